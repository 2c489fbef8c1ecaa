#pragma once

#include "core/draft/examples.h"
#include "core/draft/stretch.h"
#include "core/workshop/contributions.h"
#include "core/workshop/lookalikes.h"
#include "ui/document/background.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace icp::ui {

class CompanyCard;
class Document;
class FitListModel;
class PlainTable;
class SegmentedSwitch;
class StretchCard;
class TraitsCard;

/// Every company under the profile: its fit, why, and what the team decided about it. Several chosen ones are
/// examples of whom one wants more.
class FitPage : public QWidget {
    Q_OBJECT
public:
    explicit FitPage(QWidget* parent = nullptr);

    void setDocument(Document* document);
    void refresh();
    void waitForIdle() { m_gathering.wait(); }

Q_SIGNALS:
    void searchAsked();  ///< the criteria as a file, to look for more of them
    void leadsAsked();   ///< a list of companies to sell to, by the same profile
    void backlogged(const QString& company);
    void criterionAsked(const icp::Criterion& criterion);
    /// What became of stretch accounts asks for other criteria.
    void verdictAccepted(const icp::Icp& icp, icp::StretchVerdict verdict);

private:
    struct Gathered {
        std::shared_ptr<const Dataset> dataset;
        Icp icp;
        std::shared_ptr<const Similarity> similarity;
        std::vector<Contribution> contributions;
        StretchOutcomes stretch;
    };
    QWidget* buildList();
    void gather();
    void showCounts();
    void showChosen();
    void showNobody();
    void acceptVerdict(const StretchGroup& group);
    void showCompany(std::uint32_t account);
    void showTraits(const std::vector<std::uint32_t>& accounts);
    void reveal(std::uint32_t account);
    QStringList decidedBy(std::uint32_t account) const;
    QString withoutIt(const QString& criterion) const;
    QString outcomeOf(std::uint32_t account) const;

    Document* m_document = nullptr;
    Background m_gathering;
    std::optional<Gathered> m_gathered;
    FitListModel* m_model;
    PlainTable* m_table;
    SegmentedSwitch* m_fits;
    QComboBox* m_which;
    QStackedWidget* m_side;
    CompanyCard* m_company;
    TraitsCard* m_traits;
    StretchCard* m_stretch;
};

}  // namespace icp::ui
