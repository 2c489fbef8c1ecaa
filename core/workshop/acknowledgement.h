#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace icp {

/// Somebody has read a version of an ICP.
struct Acknowledgement {
    QString id;
    QString icp;
    int version = 1;     ///< Icp::version
    QString person;      ///< who; without it, it is not kept
    QString department;  ///< or ""
    QDate day;
};
QJsonObject toJson(const Acknowledgement& reading);
Acknowledgement acknowledgementFromJson(const QJsonObject& json);

/// Those of one ICP: of the newest version first, in each as they were read.
std::vector<Acknowledgement> readersOf(const std::vector<Acknowledgement>& all, QStringView icp);

}  // namespace icp
