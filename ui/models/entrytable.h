#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace icp::ui {

/// A list that is written in place: a row per entry, and a last one that becomes an entry when something is
/// typed into its first column.
class EntryTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Kind {
        Words,
        Choice,  ///< one of the choices
        Offer,   ///< one of the choices or other words
        Day,     ///< a QDate, or none
        Tick
    };
    struct Choice {
        QString value;
        QString text;  ///< as shown
    };
    struct Column {
        QString heading;
        Kind kind = Kind::Words;
        std::vector<Choice> choices{};
    };
    struct Row {
        QString id;
        std::vector<QVariant> cells;
        std::optional<int> alarm{};  ///< the column to look at
        bool past = false;           ///< done with: in a quiet colour
    };
    enum Role { KindRole = Qt::UserRole, AlarmRole, QuietRole };

    /// `prompt` is what the last row says.
    EntryTable(std::vector<Column> columns, const QString& prompt, QObject* parent = nullptr);

    void setRows(std::vector<Row> rows);
    void setChoices(int column, std::vector<Choice> choices);
    const std::vector<Choice>& choices(int column) const { return m_columns[std::size_t(column)].choices; }
    QString idAt(int row) const;         ///< empty: the last row
    int rowOf(const QString& id) const;  ///< -1: none
    /// The entry that was begun last.
    const QString& newest() const { return m_newest; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A cell was written; the id is a new one when that made an entry. New rows may be set meanwhile.
    void written(const QString& id, int column, const QVariant& value);

private:
    QString shown(const Column& column, const QVariant& value) const;
    void take(std::vector<Row> rows);

    std::vector<Column> m_columns;
    QString m_prompt;
    std::vector<Row> m_rows;
    QString m_newest;
    bool m_writing = false;
    std::optional<std::vector<Row>> m_waiting;  ///< came while a cell was written
};

}  // namespace icp::ui
