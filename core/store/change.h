#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace icp {

/// One edit as the journal records it: swap `before` and `after` and it is undone. An empty object = does not exist.
struct Change {
    qint64 number = 0;   ///< position in the journal, set by the store
    QString entity;      ///< "settings", "icp", "persona", "pin"
    QString id;
    int position = 0;    ///< order among entities of its kind
    QJsonObject before;
    QJsonObject after;
    QString text;        ///< what was done, for the undo menu: "Add criterion"
    QString author;      ///< department or ""
    QDateTime time;      ///< UTC
};

}  // namespace icp
