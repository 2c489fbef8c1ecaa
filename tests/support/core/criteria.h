#pragma once

#include "core/workshop/icp.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

/// Criteria and conditions in one line each, and values as the bytes a file keeps of them.
namespace icp::test {

inline Criterion must(const QString& text, std::optional<Condition> condition = {}) {
    Criterion criterion;
    criterion.text = text;
    criterion.importance = Importance::Must;
    criterion.condition = std::move(condition);
    return criterion;
}

inline Condition in(const QString& attribute, const QStringList& values) {
    return {attribute, Condition::Op::In, values};
}

inline Condition between(const QString& attribute, double low, double high) {
    return {attribute, Condition::Op::Range, {}, low, high};
}

template <class Value>
QByteArray bytes(const Value& value) {
    return QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact);
}

inline QJsonObject parsed(const QByteArray& text) { return QJsonDocument::fromJson(text).object(); }

}  // namespace icp::test
