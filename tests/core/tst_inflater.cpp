#include "core/rows/inflater.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QTest>

using namespace icp;

namespace {

/// Raw deflate, as Qt's zlib makes it: without the length, the header and the checksum around it.
QByteArray deflated(const QByteArray& bytes, int level) { return qCompress(bytes, level).mid(6).chopped(4); }

QByteArray sample(int size, bool random) {
    QRandomGenerator generator(quint32(size) + 5);
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += random ? QByteArray(1, char(generator.bounded(256)))
                        : "<c r=\"A" + QByteArray::number(generator.bounded(5000)) + "\"><v>";
    return bytes.left(size);
}

struct Unpacked {
    QByteArray bytes;
    bool sound = true;
    bool ended = false;
    std::uint32_t checksum = 0;
};

/// Fed and emptied by so many bytes at once; at most 64 MB come out.
Unpacked unpacked(const QByteArray& packed, qsizetype in, std::size_t out) {
    Inflater inflater;
    Unpacked result;
    std::string buffer(out, '\0');
    qsizetype at = 0;
    while (!inflater.hasEnded() && result.bytes.size() < (64 << 20)) {
        if (inflater.isHungry()) {
            const qsizetype size = std::min(in, packed.size() - at);
            inflater.feed({packed.constData() + at, std::size_t(size)});
            at += size;
        }
        const auto got = inflater.inflate(buffer.data(), out);
        result.sound = got.has_value();
        if (!got || (*got == 0 && (at == packed.size() || !inflater.isHungry()))) break;
        result.bytes.append(buffer.data(), qsizetype(*got));
    }
    result.ended = inflater.hasEnded();
    result.checksum = inflater.checksum();
    return result;
}

}  // namespace

class TestInflater : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatWasDeflated();
    void knowsWhatIsCutOff();
    void survivesDamage();
};

/// Whatever the level, the pieces it comes in and those it is asked for.
void TestInflater::givesBackWhatWasDeflated() {
    // The check value of CRC-32 (ISO 3309).
    QCOMPARE(zipChecksum(0, "123456789"), 0xCBF43926U);
    QCOMPARE(zipChecksum(zipChecksum(0, "1234"), "56789"), 0xCBF43926U);
    for (const int size : {1, 300, 32768, 65536, 65537, 700'000})
        for (const bool random : {false, true})
            for (const int level : {0, 1, 6, 9}) {
                const QByteArray bytes = sample(size, random);
                const QByteArray packed = deflated(bytes, level);
                for (const auto& [in, out] : {std::pair<qsizetype, std::size_t>{1 << 16, 1 << 18},
                                              {1 << 16, 999},
                                              {777, 1 << 16},
                                              {size > 1000 ? 61 : 1, size > 1000 ? 4099 : 1}}) {
                    const Unpacked result = unpacked(packed, in, out);
                    QVERIFY(result.sound && result.ended);
                    QVERIFY(result.bytes == bytes);
                    QCOMPARE(result.checksum, zipChecksum(0, {bytes.constData(), std::size_t(bytes.size())}));
                }
            }
    const Unpacked nothing = unpacked(QByteArray("\x03\0", 2), 2, 10);
    QVERIFY(nothing.ended && nothing.bytes.isEmpty() && nothing.checksum == 0);
}

void TestInflater::knowsWhatIsCutOff() {
    const QByteArray bytes = sample(50'000, false);
    const QByteArray packed = deflated(bytes, 6);
    for (qsizetype size = 0; size < packed.size(); size += 97) {
        const Unpacked result = unpacked(packed.left(size), 1 << 16, 5000);
        QVERIFY(!result.ended);
        QVERIFY(bytes.startsWith(result.bytes));
    }
}

/// It ends, and where it claims to have ended well, the bytes are others than their checksum says, or the
/// same.
void TestInflater::survivesDamage() {
    const QByteArray bytes = sample(20'000, false);
    const QByteArray packed = deflated(bytes, 6);
    const std::uint32_t checksum = unpacked(packed, 1 << 16, 1 << 16).checksum;
    QRandomGenerator random(3);
    for (int round = 0; round < 3000; ++round) {
        QByteArray damaged = packed;
        for (int i = 0; i <= round % 3; ++i)
            damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
        const Unpacked result = unpacked(damaged, 500, 3000);
        if (result.sound && result.ended && result.checksum == checksum) QVERIFY(result.bytes == bytes);
    }
}

QTEST_GUILESS_MAIN(TestInflater)
#include "tst_inflater.moc"
