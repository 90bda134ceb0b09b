namespace EdgeInfra.Edge.Bucket;

/// <summary>Content types by file name, as the AWS command line sets them on upload. Unknown ones are S3's binary/octet-stream.</summary>
internal static class ContentTypes
{
    public static string ForFile(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => "text/html",
        ".CSS" => "text/css",
        ".JS" or ".MJS" => "text/javascript",
        ".JSON" or ".MAP" => "application/json",
        ".TXT" => "text/plain",
        ".MD" => "text/markdown",
        ".CSV" => "text/csv",
        ".XML" => "application/xml",
        ".SVG" => "image/svg+xml",
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".GIF" => "image/gif",
        ".WEBP" => "image/webp",
        ".AVIF" => "image/avif",
        ".ICO" => "image/vnd.microsoft.icon",
        ".WOFF" => "font/woff",
        ".WOFF2" => "font/woff2",
        ".TTF" => "font/ttf",
        ".PDF" => "application/pdf",
        ".ZIP" => "application/zip",
        ".GZ" => "application/gzip",
        ".WASM" => "application/wasm",
        ".MP3" => "audio/mpeg",
        ".MP4" => "video/mp4",
        ".WEBM" => "video/webm",
        ".WEBMANIFEST" => "application/manifest+json",
        _ => "binary/octet-stream",
    };
}
