#pragma once

#include "core/table/dataset.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace icp::ui {

class ColumnList;

/// Which of many columns are worth looking at: by verdict, several at once left out or kept.
class ColumnsPage : public QWidget {
    Q_OBJECT
public:
    explicit ColumnsPage(QWidget* parent = nullptr);
    void setFile(std::shared_ptr<const Dataset> dataset, int file);
    void showVerdict(const QString& verdict);

Q_SIGNALS:
    void useChosen(const QStringList& headers, icp::AttributeUse use);
    void activated(const QString& header);  ///< to be shown among the rows

private:
    void refresh();
    QStringList chosen(bool leftOut) const;

    ColumnList* m_list;
    QComboBox* m_verdict;
    QLineEdit* m_find;
    QTableView* m_table;
    QPushButton* m_leave;
    QPushButton* m_keep;
};

}  // namespace icp::ui
