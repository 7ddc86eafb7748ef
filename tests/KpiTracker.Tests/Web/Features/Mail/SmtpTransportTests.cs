using System.Net;
using System.Net.Sockets;
using System.Text;
using KpiTracker.Data.Messages;
using KpiTracker.Web.Features.Mail;

namespace KpiTracker.Tests.Web.Features.Mail;

/// <summary>One mail over a real socket to a server that speaks just enough SMTP.</summary>
public sealed class SmtpTransportTests
{
    [Test]
    public async Task A_mail_arrives_with_its_address_its_Vietnamese_text_and_an_id_that_stays_the_same()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var settings = new MailSettings { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, From = "kpi@quan.vn", Tls = false };
        var message = new OutgoingMessage { Key = "reminder/1", To = "can-bo@phuong.vn", Subject = "Nhắc gửi báo cáo", Body = "Đề nghị gửi báo cáo kỳ 10/2026.", ById = "x" };

        var first = await OneMailAsync(listener, new SmtpTransport(settings), message);
        var second = await OneMailAsync(listener, new SmtpTransport(settings), message);

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(first[(first.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Split('\n'))));
        Assert.Multiple(() =>
        {
            Assert.That(first, Does.Contain("RCPT TO:<can-bo@phuong.vn>").And.Contain("MAIL FROM:<kpi@quan.vn>"));
            Assert.That(text, Is.EqualTo(message.Body));
            Assert.That(IdOf(first), Is.Not.Empty.And.EqualTo(IdOf(second)));
        });
    }

    private static string IdOf(string mail) => mail.Split('\n').First(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));

    private static async Task<string> OneMailAsync(TcpListener listener, SmtpTransport transport, OutgoingMessage message)
    {
        var receiving = ReceiveAsync(listener);
        await transport.SendAsync(message, default);
        return await receiving;
    }

    /// <returns>All that the client said, lines ended by a line feed, without the final dot.</returns>
    private static async Task<string> ReceiveAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 ready");
        var said = new StringBuilder();
        var isText = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (isText && line == ".")
            {
                isText = false;
                await writer.WriteLineAsync("250 taken");
                break;
            }

            said.Append(line).Append('\n');
            if (!isText)
            {
                isText = line == "DATA";
                await writer.WriteLineAsync(isText ? "354 go on" : "250 fine");
            }
        }

        return said.ToString();
    }
}
