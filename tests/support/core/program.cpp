#include "tests/support/core/places.h"
#include "tests/support/core/program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace icp::test {

Run run(const QStringList& arguments, const QProcessEnvironment& environment) {
    QProcess process;
    QProcessEnvironment env = environment;
    env.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    // What this user decided at imports of his own is neither read nor changed.
    const QTemporaryDir settings;
    if (env.value(QStringLiteral("XDG_CONFIG_HOME")) == qEnvironmentVariable("XDG_CONFIG_HOME"))
        env.insert(QStringLiteral("XDG_CONFIG_HOME"), settings.path());
    process.setProcessEnvironment(env);
    process.start(programPath(), arguments);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(120000);
    Run result;
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    result.crashed = !ended || process.exitStatus() == QProcess::CrashExit;
    result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

QJsonObject jsonFile(const QString& path) { return QJsonDocument::fromJson(fileBytes(path)).object(); }

QByteArray fileBytes(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString realData(const QString& relative) {
    const QString path = realFile(relative);
    return QFileInfo::exists(path) ? path : QString();
}

}  // namespace icp::test
