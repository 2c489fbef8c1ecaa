#pragma once

#include "core/proposals/proposals.h"
#include "core/table/columnwish.h"
#include "ui/widgets/card.h"

#include <QHash>
#include <QSet>

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
class WrapText;
struct FirstLook;

/// The chosen file: its rows as understood, what needs a look, which columns are worth it, and what the
/// program is not certain of.
class PreviewCard : public Card {
    Q_OBJECT
public:
    enum View { Rows, NeedsLook, Columns, Confirm };
    explicit PreviewCard(QWidget* parent = nullptr);

    /// How a file was read, and whether it can be read otherwise.
    struct Reading {
        QHash<QString, ColumnWish> wishes = {};  ///< what was chosen for its columns, now or earlier
        QSet<QString> decided = {};              ///< headers about which anything was decided
        QSet<QString> earlier = {};              ///< those that an earlier import decided
        QString remembered = {};                 ///< when that was, in a sentence
        bool readable = false;
        QString why = {};  ///< why it is not
    };
    void setFile(std::shared_ptr<const Dataset> dataset, int file, const Reading& reading);
    /// The first rows as written: of a file that is still being read, or not used.
    void setFirstLook(const FirstLook& look, bool reading);
    void clear(const QString& why = {});  ///< nothing can be shown, in a sentence
    /// nullptr: nobody has looked yet. `decided`: what was accepted.
    void setProposals(std::shared_ptr<const Proposals> proposals, const Decisions& decided,
                      const Decisions& declined);
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
    void takenBack(const icp::Decisions& decisions, int count);
    void askedAgain(const icp::Decisions& decisions, int count);

private:
    QWidget* makeRows();
    void show(View view);
    void openPanel(int section, const QPoint& corner);
    void fitColumns();
    void setCounts();

    std::shared_ptr<const Dataset> m_dataset;
    int m_file = -1;
    Reading m_reading;
    SegmentedSwitch* m_switch;
    QWidget* m_leakRow;
    LeakBar* m_leaks;
    QWidget* m_nothingRow;
    WrapText* m_nothing;
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
