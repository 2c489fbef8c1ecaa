#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace icp {

/// One edit as the journal records it: swap `before` and `after` and it is undone. An empty object = does not
/// exist.
struct Change {
    qint64 number = 0;  ///< position in the journal, set by the store
    /// "settings", "icp", "persona", "pin", "decision", "market", "opening", "claim", "version", "fit",
    /// "action", "practice", "answer", "research", "dotvote" or "acknowledgement"
    QString entity;
    QString id;
    int position = -1;  ///< index among entities of its kind; -1: stays where it is, a new one comes last
    QJsonObject before;
    QJsonObject after;
    QString text;          ///< what was done, for the undo menu: "Add criterion"
    QString author;        ///< department or ""
    QDateTime time;        ///< UTC, set by the store
    bool inEffect = true;  ///< false: it was undone; set by the store
};

/// Whether changes are a step of undo of their own, or go on with the newest one: its `before` stays, its
/// `after` becomes theirs. They are a new step after all when the newest one was begun before
/// the file was opened, changed something else, or something was undone; a step that comes back to where it
/// began is dropped.
enum class Step { New, Newest };

}  // namespace icp
