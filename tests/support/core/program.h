#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace icp::test {

/// How a run of the program ended.
struct Run {
    int exitCode = -1;
    bool crashed = false;
    QByteArray out;
    QString err;
};

/// Runs icp-workshop without a display and waits for its end, two minutes at most. The settings it finds are
/// none, unless the environment names a folder for them.
Run run(const QStringList& arguments,
        const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

QJsonObject jsonFile(const QString& path);
QByteArray fileBytes(const QString& path);
bool writeFile(const QString& path, const QByteArray& bytes);

/// A path in ../shared/data, or "" where those files are absent.
QString realData(const QString& relative);

}  // namespace icp::test
