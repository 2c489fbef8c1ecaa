#pragma once

#include "core/proposals/proposals.h"
#include "core/table/columnwish.h"
#include "ui/widgets/card.h"

#include <QHash>

#include <memory>

class QStackedWidget;
class QTableView;
class QTreeView;

namespace icp::ui {

class ColumnHeader;
class ColumnsPage;
class FirstRows;
class IssueTree;
class LeakBar;
class PreviewModel;
class ProposalsPage;
class SegmentedSwitch;
struct FirstLook;

/// The chosen file: its rows as understood, what needs a look, which columns are worth it, and what the
/// program is not certain of.
class PreviewCard : public Card {
    Q_OBJECT
public:
    enum View { Rows, NeedsLook, Columns, Confirm };
    explicit PreviewCard(QWidget* parent = nullptr);

    /// `wishes`: what was chosen for its columns. When it is not `readable` again, `why` says why.
    void setFile(std::shared_ptr<const Dataset> dataset, int file, const QHash<QString, ColumnWish>& wishes,
                 bool readable, const QString& why);
    /// The first rows as written: of a file that is still being read, or not used.
    void setFirstLook(const FirstLook& look, bool reading);
    void clear();
    void setProposals(const Proposals& proposals);
    void showProposals();  ///< the similar names
    void showRow(qint64 fileRow, const QString& header = {});
    int proposals() const;

Q_SIGNALS:
    void mappingChosen(const QString& header, const QString& attribute);
    void wished(const QString& header, const icp::ColumnWish& wish);
    void resetWanted(const QString& header);
    void useChosen(const QStringList& headers, icp::AttributeUse use);
    void accepted(const icp::Decisions& decisions, int count);
    void declined(const icp::Decisions& decisions, int count);

private:
    QWidget* makeRows();
    void show(View view);
    void openPanel(int section, const QPoint& corner);
    void fitColumns();
    void setCounts();

    std::shared_ptr<const Dataset> m_dataset;
    int m_file = -1;
    QHash<QString, ColumnWish> m_wishes;
    bool m_readable = false;
    QString m_why;
    SegmentedSwitch* m_switch;
    QWidget* m_leakRow;
    LeakBar* m_leaks;
    QStackedWidget* m_pages;
    PreviewModel* m_model;
    FirstRows* m_first;
    QTableView* m_table;
    ColumnHeader* m_header;
    QTableView* m_firstTable;
    IssueTree* m_issues;
    QTreeView* m_issueTree;
    ColumnsPage* m_columns;
    ProposalsPage* m_proposals;
};

}  // namespace icp::ui
