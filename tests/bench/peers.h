#pragma once

#include <QFileInfo>
#include <QProcess>
#include <QString>

#include <cstdio>

namespace icp::bench {

/// Runs the programs that load the same CSV with other libraries, where ICP_PEERS names a folder with
/// polars_load.js and duckdb_load.js and the Node modules they need, and prints what each says of itself
/// beside our seconds.
inline void besidePeers(const QString& csv, double ours) {
    const QString folder = qEnvironmentVariable("ICP_PEERS");
    if (folder.isEmpty()) {
        std::printf("csv: no peers beside it (ICP_PEERS names no folder)\n");
        return;
    }
    for (const char* name : {"polars_load.js", "duckdb_load.js"}) {
        const QString script = folder + u'/' + QLatin1String(name);
        if (!QFileInfo::exists(script)) continue;
        double best = 0;
        for (int run = 0; run < 3; ++run) {
            QProcess peer;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("POLARS_MAX_THREADS"), QStringLiteral("2"));
            peer.setProcessEnvironment(environment);
            peer.setWorkingDirectory(folder);
            peer.start(QStringLiteral("node"), {script, csv});
            peer.waitForFinished(120'000);
            const QList<QByteArray> words = peer.readAllStandardOutput().simplified().split(' ');
            const qsizetype unit = words.indexOf("ms");
            const double seconds = unit > 0 ? words[unit - 1].toDouble() / 1000 : 0;
            if (seconds > 0 && (best <= 0 || seconds < best)) best = seconds;
        }
        if (best > 0)
            std::printf("csv: %s %.2f s; ours on 2 threads is %.2f x that\n", name, best, ours / best);
        else
            std::printf("csv: %s could not be run\n", name);
    }
}

}  // namespace icp::bench
