#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace icp::test {

/// The files of a zip by name; empty when it is none.
QMap<QString, QByteArray> unzipped(const QByteArray& zip);

}  // namespace icp::test
