#pragma once

#include "core/proposals/decisions.h"

#include <QHash>

#include <optional>
#include <string>
#include <unordered_map>

namespace icp {

/// What the decisions on one attribute do to the texts in its cells.
class TextRepair {
public:
    void merge(const QString& from, const QString& to) { m_to[from] = to; }
    void empty(const QString& text);

    /// What a text becomes; nothing when it holds no value. Merges are followed to their end.
    std::optional<QString> becomes(const QString& text) const;
    /// The texts that become something else.
    QStringList touched() const;

private:
    QHash<QString, QString> m_to;
    QHash<QString, bool> m_empty;
};

/// The column after the repair and how many rows held each text that was changed; nothing when none did.
/// Numbers and yes or no can only be emptied. A column without any value left is a Text column.
struct RepairedColumn {
    Column column;
    QHash<QString, qint64> rows;
};
std::optional<RepairedColumn> repaired(const Column& column, const TextRepair& repair);

}  // namespace icp
