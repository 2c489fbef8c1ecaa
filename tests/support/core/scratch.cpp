#include "tests/support/core/scratch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <zlib.h>

namespace icp::test {

namespace {

void put16(QByteArray& out, quint16 value) {
    out.append(char(value & 0xFF));
    out.append(char(value >> 8));
}

void put32(QByteArray& out, quint32 value) {
    put16(out, quint16(value & 0xFFFF));
    put16(out, quint16(value >> 16));
}

/// Raw deflate, as ZIP wants it: zlib's stream without its header and checksum.
QByteArray deflated(const QByteArray& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

}  // namespace

QString Scratch::write(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray zipped(const std::vector<std::pair<QByteArray, QByteArray>>& parts, Packing packing) {
    QByteArray out;
    QByteArray directory;
    for (const auto& [name, bytes] : parts) {
        const QByteArray packed = packing == Packing::Deflated ? deflated(bytes) : bytes;
        QByteArray common;
        put16(common, 20);  // version
        put16(common, 0);   // flags
        put16(common, quint16(packing));
        put32(common, 0x58210000);  // 2024-01-01 00:00
        put32(common,
              quint32(crc32(0, reinterpret_cast<const Bytef*>(bytes.constData()), uInt(bytes.size()))));
        put32(common, quint32(packed.size()));
        put32(common, quint32(bytes.size()));
        put16(common, quint16(name.size()));
        put16(common, 0);
        const auto offset = quint32(out.size());
        out += "PK\x03\x04" + common + name + packed;
        directory += QByteArray("PK\x01\x02\x14\x00", 6) + common + QByteArray(10, '\0');
        put32(directory, offset);
        directory += name;
    }
    const auto begin = quint32(out.size());
    out += directory + QByteArray("PK\x05\x06\0\0\0\0", 8);
    put16(out, quint16(parts.size()));
    put16(out, quint16(parts.size()));
    put32(out, quint32(directory.size()));
    put32(out, begin);
    put16(out, 0);
    return out;
}

QByteArray gzipped(const QByteArray& bytes) {
    QByteArray out("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
    out += deflated(bytes);
    put32(out, quint32(crc32(0, reinterpret_cast<const Bytef*>(bytes.constData()), uInt(bytes.size()))));
    put32(out, quint32(bytes.size()));
    return out;
}

QByteArray workbook(const QByteArray& rows, const QByteArray& texts, bool from1904, Packing packing) {
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    return zipped(
        {{"_rels/.rels", relations + "<Relationship Id=\"r1\" Type=\"" + office +
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
         {"xl/workbook.xml",
          "<workbook><workbookPr date1904=\"" + QByteArray(from1904 ? "1" : "0") +
              "\"/><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          relations + "<Relationship Id=\"r1\" Type=\"" + office +
              "/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + office +
              "/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"" + office +
              "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
         {"xl/styles.xml",
          "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
         {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
         {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}},
        packing);
}

}  // namespace icp::test
