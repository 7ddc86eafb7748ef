using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KpiTracker.Web.Hosting;

/// <summary>
/// A form with files as it arrives, held in memory nowhere. Its small fields stand before the files in the body, so the form token
/// is checked before a byte of a file is handed out.
/// </summary>
internal sealed class StreamedForm
{
    private const int LongestField = 4096;
    private const int LongestBoundary = 200;

    private readonly HttpContext _context;
    private readonly IAntiforgery _antiforgery;
    private readonly MultipartReader _reader;
    private readonly Dictionary<string, StringValues> _fields = new(StringComparer.Ordinal);
    private bool _isChecked;

    private StreamedForm(HttpContext context, IAntiforgery antiforgery, string boundary) =>
        (_context, _antiforgery, _reader) = (context, antiforgery, new MultipartReader(boundary, context.Request.Body));

    /// <summary>The fields that came before the present file.</summary>
    public IReadOnlyDictionary<string, StringValues> Fields => _fields;

    /// <param name="longestBody">Bytes; beyond this the body is not even read to its end.</param>
    /// <returns><c>null</c> when the request is no such form.</returns>
    public static StreamedForm? Of(HttpContext context, IAntiforgery antiforgery, long longestBody)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = longestBody;
        }

        return MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and < LongestBoundary } boundary
            ? new StreamedForm(context, antiforgery, boundary)
            : null;
    }

    /// <summary>What a field said; empty when it did not come, or came after the files.</summary>
    public string Field(string name) => _fields.GetValueOrDefault(name).ToString();

    /// <returns>The next file, to be read before the one after it is asked for; <c>null</c> when the form has ended.</returns>
    /// <exception cref="AntiforgeryValidationException">The form is not one of ours.</exception>
    /// <exception cref="BadHttpRequestException">With 413: the body is too long.</exception>
    /// <exception cref="IOException">It broke off.</exception>
    public async Task<FileMultipartSection?> NextFileAsync(CancellationToken cancellationToken)
    {
        while (await _reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (section.AsFileSection() is { } file)
            {
                await CheckTokenAsync();
                return file;
            }

            if (section.AsFormDataSection() is { } field && !_isChecked)
            {
                _fields[field.Name] = await ReadFieldAsync(section.Body, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>A field longer than any of the form's own is cut: nothing that it says will be found.</summary>
    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private async Task CheckTokenAsync()
    {
        if (!_isChecked)
        {
            // The check looks for the token in the form; the form is being read here, so it is handed what has come of it.
            _context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(_fields)));
            await _antiforgery.ValidateRequestAsync(_context);
            _isChecked = true;
        }
    }
}
