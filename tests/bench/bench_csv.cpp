#include "core/typing/tablereader.h"
#include "tests/bench/accountslist.h"
#include "tests/bench/peers.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

/// From a CSV file to a typed Table, against reading the bytes of the file. usage: bench_csv [FILE, or rows
/// of a list of our own, default 1000000]
int main(int argc, char** argv) {
    const QString which = QString::fromLocal8Bit(argc > 1 ? argv[1] : "1000000");
    const int rows = which.toInt();
    const QTemporaryDir folder;
    const QString path = rows > 0 ? folder.filePath(QStringLiteral("accounts.csv")) : which;
    if (rows > 0) icp::bench::writeCsv(path, rows);
    const double megabytes = double(QFile(path).size()) / 1e6;

    const double bytes = icp::bench::fastest(3, [&] {
        QFile file(path);
        (void)file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        std::string buffer(1 << 20, '\0');
        while (file.read(buffer.data(), qint64(buffer.size())) > 0) {
        }
    });
    const double before = icp::bench::peakMegabytes();
    std::size_t read = 0;
    const auto typed = [&](unsigned threads) {
        const auto file = icp::readTable(path, {}, {}, threads);
        read = file ? file->table.rows : 0;
    };
    const double two = icp::bench::fastest(3, [&] { typed(2); });
    const double peak = icp::bench::peakMegabytes();
    const double one = icp::bench::fastest(3, [&] { typed(1); });
    std::printf("csv: %.0f MB, %zu rows typed\n", megabytes, read);
    std::printf(
        "csv: reading the bytes %.3f s; typed on 2 threads %.3f s = %.1f x; on 1 thread %.3f s = %.1f x\n",
        bytes, two, two / bytes, one, one / bytes);
    std::printf("csv: peak memory %.0f MB (%.0f before) = %.2f x the file\n", peak, before, peak / megabytes);
    icp::bench::besidePeers(path, two);
    return read > 0 && (rows == 0 || read == std::size_t(rows)) ? 0 : 1;
}
