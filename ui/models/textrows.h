#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace icp::ui {

/// A short table of finished texts, for PlainTable; the first columns read as words, the others as numbers.
class TextRows : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Row {
        QStringList cells;
        QVariant id = {};  ///< what the row stands for
        QString tip = {};  ///< the row as one sentence; empty: each cell's own text
    };
    TextRows(const QStringList& header, int words, QObject* parent = nullptr);

    void setRows(std::vector<Row> rows);
    void setHeader(const QStringList& header);  ///< another number of columns: the rows are gone
    const Row& row(int index) const { return m_rows[std::size_t(index)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Qt::Alignment alignment(int column) const;

    QStringList m_header;
    int m_words;
    std::vector<Row> m_rows;
};

}  // namespace icp::ui
