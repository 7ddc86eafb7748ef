using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>A device with one passkey on the elliptic curve P-256, as browsers let them answer: it signs whatever it is asked.</summary>
internal sealed class SoftAuthenticator(string host, string origin) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private byte[] _owner = [];

    /// <summary>Whether a finger, a face or a PIN opened it.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>How often it has signed; 0 for ever where the device does not count.</summary>
    public uint Count { get; set; }

    /// <summary>A new key, for the account that the question names.</summary>
    public string Create(string question)
    {
        var asked = JsonNode.Parse(question)!;
        _owner = Base64Url.DecodeFromChars(asked["user"]!["id"]!.GetValue<string>());
        var key = _key.ExportParameters(includePrivateParameters: false).Q;
        // CBOR by hand: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, and {"fmt": "none", "attStmt": {}, "authData": …}.
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. key.X!, 0x22, 0x58, 0x20, .. key.Y!];
        byte[] data = [.. Data(attested: true), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new JsonObject { ["clientDataJSON"] = Text(ClientData("webauthn.create", asked)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Its signature under the question of a sign-in page.</summary>
    public string Sign(string question)
    {
        var client = ClientData("webauthn.get", JsonNode.Parse(question)!);
        var data = Data(attested: false);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = Text(_owner),
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(bool attested)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        var flags = 0x01 | (IsVerified ? 0x04 : 0) | (attested ? 0x40 : 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(host)), (byte)flags, .. count];
    }

    private byte[] ClientData(string type, JsonNode asked) => Encoding.UTF8.GetBytes(
        new JsonObject { ["type"] = type, ["challenge"] = asked["challenge"]!.GetValue<string>(), ["origin"] = origin, ["crossOrigin"] = false }.ToJsonString());

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Text(_id), ["rawId"] = Text(_id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
