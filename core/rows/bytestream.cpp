#include "core/rows/bytestream.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <quazip.h>
#include <quazipfile.h>

#include <algorithm>
#include <vector>
#include <zlib.h>

namespace icp {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::ByteStream", text); }

constexpr qint64 suspiciousBytes = qint64(512) << 20;
constexpr qint64 suspiciousRatio = 200;
constexpr qint64 unknownSize = qint64(1) << 40;  // of what is no ordinary file
constexpr qint64 packedBytes = 1 << 18;
constexpr qint64 bestRatio = 1032;  // of deflate: 258 bytes in two bits

bool isBomb(qint64 out, qint64 in) { return out > suspiciousBytes && out / suspiciousRatio > in; }
QString bombWords() { return tr("it unpacks to more than 200 times its size, which no table does"); }
QString damageWords() { return tr("it is damaged or cut off"); }

Error cannotOpen(const QString& path, const QString& why) {
    return {
        ErrorCode::InputUnusable, tr("%1 cannot be opened: %2.").arg(QFileInfo(path).fileName(), why), {}};
}

class PlainStream : public ByteStream {
public:
    explicit PlainStream(const QString& path) : m_file(path) {}
    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

    qint64 read(char* to, qint64 most) override { return m_file.read(to, most); }
    bool rewind() override { return m_file.seek(0); }
    qint64 left() const override {
        const qint64 size = m_file.size();
        return size > 0 ? size - m_file.pos() : unknownSize;
    }
    qint64 position() const override { return m_file.pos(); }
    qint64 size() const override { return m_file.size(); }
    QString error() const override { return m_file.errorString(); }

private:
    QFile m_file;
};

class GzipStream : public ByteStream {
public:
    explicit GzipStream(const QString& path) : m_file(path) {}
    ~GzipStream() override {
        if (m_ready) inflateEnd(&m_zlib);
    }
    bool open() {
        m_ready = inflateInit2(&m_zlib, 16 + MAX_WBITS) == Z_OK;
        const bool opened = m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_buffer.resize(std::size_t(std::clamp<qint64>(m_file.size() + 1, 1, packedBytes)));
        return opened && m_ready;
    }

    qint64 read(char* to, qint64 most) override {
        qint64 got = 0;
        while (got < most && !m_done) {
            if (m_zlib.avail_in == 0 && !refill()) return -1;
            if (m_zlib.avail_in == 0) {
                // The file ends within a member, unless one has just ended.
                m_done = true;
                if (!m_between) return failed(damageWords());
                break;
            }
            // Other things than a further member after the first are padding.
            if (m_between && m_members > 0 && *m_zlib.next_in != 0x1F) {
                m_done = true;
                break;
            }
            m_between = false;
            const qint64 room = std::min<qint64>(most - got, 1 << 30);
            m_zlib.next_out = reinterpret_cast<Bytef*>(to + got);
            m_zlib.avail_out = uInt(room);
            const int state = inflate(&m_zlib, Z_NO_FLUSH);
            got += room - qint64(m_zlib.avail_out);
            m_out += room - qint64(m_zlib.avail_out);
            if (state == Z_STREAM_END) {
                m_between = true;
                ++m_members;
                if (inflateReset(&m_zlib) != Z_OK) return failed(damageWords());
            } else if (state != Z_OK && state != Z_BUF_ERROR) {
                return failed(damageWords());
            }
            if (isBomb(m_out, m_file.size())) return failed(bombWords());
        }
        return got;
    }
    bool rewind() override {
        m_zlib.avail_in = 0;
        m_done = m_between = false;
        m_members = 0;
        m_out = 0;
        return inflateReset(&m_zlib) == Z_OK && m_file.seek(0);
    }
    qint64 left() const override { return (m_file.size() - position()) * bestRatio; }
    qint64 position() const override { return m_file.pos() - qint64(m_zlib.avail_in); }
    qint64 size() const override { return m_file.size(); }
    QString error() const override { return m_error; }

private:
    bool refill() {
        const qint64 got = m_file.read(m_buffer.data(), qint64(m_buffer.size()));
        if (got < 0) m_error = m_file.errorString();
        m_zlib.next_in = reinterpret_cast<Bytef*>(m_buffer.data());
        m_zlib.avail_in = uInt(std::max<qint64>(got, 0));
        return got >= 0;
    }
    qint64 failed(const QString& why) {
        m_error = why;
        m_done = true;
        return -1;
    }

    QFile m_file;
    std::vector<char> m_buffer;
    z_stream m_zlib{};
    bool m_ready = false;
    bool m_done = false;
    bool m_between = false;  ///< one member has ended and no other begun
    int m_members = 0;
    qint64 m_out = 0;
    QString m_error;
};

class ZipStream : public ByteStream {
public:
    explicit ZipStream(const QString& path) : m_zip(path), m_size(QFileInfo(path).size()) {}
    bool open(const QString& entry) {
        m_entry = entry;
        return m_zip.open(QuaZip::mdUnzip) && reopen();
    }

    qint64 read(char* to, qint64 most) override {
        qint64 got = 0;
        while (got < most && !m_ended) {
            const qint64 more = m_file->read(to + got, most - got);
            if (more < 0) return failed(damageWords());
            if (more == 0) break;
            got += more;
        }
        m_out += got;
        if (isBomb(m_out, m_size)) return failed(bombWords());
        if (got < most && !m_ended) {
            m_ended = true;
            m_file->close();
            if (m_file->getZipError() != UNZ_OK) return failed(damageWords());
        }
        return got;
    }
    bool rewind() override { return reopen(); }
    qint64 left() const override { return std::max<qint64>(0, m_unpacked - m_out); }
    qint64 position() const override {
        return m_unpacked > 0 ? qint64(double(m_out) / double(m_unpacked) * double(m_size)) : 0;
    }
    qint64 size() const override { return m_size; }
    QString error() const override { return m_error; }

private:
    bool reopen() {
        m_out = 0;
        m_ended = false;
        m_file.reset();
        if (!m_zip.setCurrentFile(m_entry)) return false;
        m_file = std::make_unique<QuaZipFile>(&m_zip);
        if (!m_file->open(QIODevice::ReadOnly)) return false;
        m_unpacked = m_file->usize();
        return true;
    }
    qint64 failed(const QString& why) {
        m_error = why;
        return -1;
    }

    QuaZip m_zip;
    QString m_entry;
    std::unique_ptr<QuaZipFile> m_file;
    const qint64 m_size;
    qint64 m_unpacked = 0;
    qint64 m_out = 0;
    bool m_ended = false;
    QString m_error;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> openPlain(const QString& path) {
    auto stream = std::make_unique<PlainStream>(path);
    if (!stream->open()) return fail(cannotOpen(path, stream->error()));
    return stream;
}

Result<std::unique_ptr<ByteStream>> openGzip(const QString& path) {
    auto stream = std::make_unique<GzipStream>(path);
    if (!stream->open()) return fail(cannotOpen(path, damageWords()));
    return stream;
}

Result<std::unique_ptr<ByteStream>> openZipEntry(const QString& path, const QString& entry) {
    auto stream = std::make_unique<ZipStream>(path);
    if (!stream->open(entry))
        return fail(cannotOpen(path, tr("“%1” in it is damaged or protected with a password").arg(entry)));
    return stream;
}

}  // namespace icp
