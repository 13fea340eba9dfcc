// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "mime/gmimestream.h"

#include "core/systemtext.h"
#include "mime/spoolwriter.h"

#include <cerrno>
#include <fcntl.h>

namespace
{

/// A GMimeStream that can only be written to, and hands everything to a SpoolWriter.
struct WriterStream
{
    GMimeStream parent;
    mime::SpoolWriter *writer;
};
struct WriterStreamClass
{
    GMimeStreamClass parent;
};

G_DEFINE_TYPE(WriterStream, writerStream, GMIME_TYPE_STREAM)

ssize_t writeToWriter(GMimeStream *stream, const char *octets, size_t length)
{
    const auto size = static_cast<qsizetype>(length);
    if (!reinterpret_cast<WriterStream *>(stream)->writer->write({octets, size})) {
        return -1;
    }
    stream->position += size;
    return size;
}

int flushNothing(GMimeStream *)
{
    return 0;
}

void writerStream_class_init(WriterStreamClass *type)
{
    type->parent.write = writeToWriter;
    type->parent.flush = flushNothing;
}

void writerStream_init(WriterStream *) {}

} // namespace

namespace mime
{

void Unref::operator()(void *object) const
{
    g_object_unref(object);
}

void initGMime()
{
    [[maybe_unused]] static const bool once = [] {
        g_mime_init();
        return true;
    }();
}

core::Result<Owned<_GMimeStream>> openStream(const QString &path, qint64 offset)
{
    const int descriptor = open(core::toSystem(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return core::Error{core::Failure::BodyUnreadable, qt_error_string(errno)};
    }
    return Owned<_GMimeStream>(g_mime_stream_fs_new_with_bounds(descriptor, offset, -1));
}

bool writeObject(_GMimeObject *object, SpoolWriter &writer)
{
    const Owned<GMimeStream> stream(
        static_cast<GMimeStream *>(g_object_new(writerStream_get_type(), nullptr)));
    g_mime_stream_construct(stream.get(), 0, -1);
    reinterpret_cast<WriterStream *>(stream.get())->writer = &writer;

    GMimeFormatOptions *options = g_mime_format_options_new();
    g_mime_format_options_set_param_encoding_method(options, GMIME_PARAM_ENCODING_METHOD_RFC2231);
    // The count of octets that comes back is wrong in GMime 3.2; only its sign is used.
    const bool written = g_mime_object_write_to_stream(object, options, stream.get()) >= 0;
    g_mime_format_options_free(options);
    return written;
}

} // namespace mime
