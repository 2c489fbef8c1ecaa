#include "ui/stations/icp/fitpage.h"

#include "core/base/shown.h"
#include "ui/document/document.h"
#include "ui/models/criterionevidence.h"
#include "ui/models/fitlist.h"
#include "ui/models/fitreasons.h"
#include "ui/models/titletable.h"
#include "ui/stations/icp/companycard.h"
#include "ui/stations/icp/stretchcard.h"
#include "ui/stations/icp/traitscard.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace icp::ui {

namespace {

constexpr int sideWidth = 430;
constexpr std::size_t alikeShown = 5;
constexpr std::array fits{Fit::Ideal, Fit::Stretch, Fit::Bad};

}  // namespace

FitPage::FitPage(QWidget* parent)
    : QWidget(parent),
      m_model(new FitListModel(this)),
      m_table(new PlainTable(m_model, tr("Companies under the profile"))),
      m_fits(
          new SegmentedSwitch({fitTitle(Fit::Ideal), fitTitle(Fit::Stretch), fitTitle(Fit::Bad), tr("All")})),
      m_which(new QComboBox),
      m_side(new QStackedWidget),
      m_company(new CompanyCard),
      m_traits(new TraitsCard),
      m_stretch(new StretchCard) {
    m_side->addWidget(m_stretch);
    m_side->addWidget(m_company);
    m_side->addWidget(m_traits);
    auto* columns = new Columns(QStringLiteral("fit"));
    columns->addWidget(buildList());
    columns->addWidget(m_side);
    columns->setWidths({0, sideWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);

    connect(m_company, &CompanyCard::decided, this, [this](const FitDecision& decision, const QString& text) {
        if (m_document) m_document->decideFit(decision, text);
    });
    connect(m_company, &CompanyCard::backlogAsked, this, [this](ResearchItem item) {
        const QString shown = std::exchange(item.company, item.account.name);  // names may be hidden
        if (m_document && m_document->writeResearch(item, tr("Add to the research backlog")))
            Q_EMIT backlogged(shown);
    });
    connect(m_company, &CompanyCard::companyAsked, this, &FitPage::reveal);
    connect(m_stretch, &StretchCard::accepted, this, &FitPage::acceptVerdict);
    connect(m_traits, &TraitsCard::traitAsked, this, [this](const SharedTrait& trait) {
        Q_EMIT criterionAsked(criterionFrom(trait, m_document->dataset()));
    });
}

QWidget* FitPage::buildList() {
    auto* list = new Card(tr("Companies"));
    list->setNote(tr("Ctrl+click several to compare"));
    m_fits->setAccessibleName(tr("Fit shown"));
    m_fits->setToolTip(fitRule());
    m_fits->setCurrent(int(fits.size()));
    m_which->addItems({tr("Customers"), tr("All accounts"), tr("Decided by hand")});
    m_which->setAccessibleName(tr("Companies shown"));
    m_which->setProperty("small", true);
    auto* search = linkButton(tr("Look for more"), QStringLiteral("export"));
    search->setToolTip(
        tr("Writes the criteria and whom to talk to as a file (JSON, and a text to read), for "
           "whoever builds a list of companies"));
    auto* leads = linkButton(tr("Score a list"), QStringLiteral("table"));
    leads->setToolTip(tr("Which companies of a list are worth a call, and why"));
    list->addTool(leads);
    list->addTool(search);
    connect(leads, &QPushButton::clicked, this, &FitPage::leadsAsked);
    connect(search, &QPushButton::clicked, this, &FitPage::searchAsked);
    auto* find = searchField(tr("Find a company"));
    find->setObjectName(QStringLiteral("find"));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(12));
    tools->addWidget(m_fits);
    tools->addWidget(m_which);
    tools->addWidget(find, 1);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShares({26, 13, 10, 15, 36});
    m_table->horizontalHeader()->setStyleSheet(QString());  // its arrows are wanted here
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSortIndicator(FitListModel::Score, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    list->body()->addLayout(tools);
    list->body()->addWidget(m_table, 1);

    connect(m_fits, &SegmentedSwitch::currentChanged, this, [this](int index) {
        m_model->setFit(index < int(fits.size()) ? std::optional(fits[std::size_t(index)]) : std::nullopt);
        showChosen();
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setWhich(FitListModel::Which(index));
        showCounts();
        showChosen();
    });
    connect(find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        showCounts();
        showChosen();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FitPage::showChosen);
    return list;
}

void FitPage::setDocument(Document* document) {
    m_gathering.cancel();
    m_gathered.reset();
    m_document = document;
    showNobody();
}

void FitPage::refresh() {
    if (!m_document) return;
    std::vector<std::uint32_t> chosen;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        chosen.push_back(m_model->account(index.row()));
    m_model->show(m_document->facts(), m_document->fit(), m_document->fitDecisions(),
                  [this](std::uint32_t account) { return decidedBy(account); });
    for (const std::uint32_t account : chosen)
        if (const int row = m_model->rowOf(account); row >= 0)
            m_table->selectionModel()->select(m_model->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    showCounts();
    showChosen();
    gather();
}

/// Beside, because it goes over all accounts once per criterion.
void FitPage::gather() {
    const Icp* icp = m_document->currentIcp();
    m_gathering.cancel();
    if (!icp) return;
    const bool known = m_gathered && m_gathered->dataset == m_document->basis().dataset;
    m_gathering.start([this, basis = m_document->basis(), icp = *icp,
                       byHand = m_document->fitDecisions().byHand(), fits = m_document->workshop().fits,
                       similarity = known ? m_gathered->similarity : nullptr](
                          const Job& job, const Background::Deliver& deliver) {
        GaugeModel model(*basis.dataset, basis.totals);
        model.fit().setByHand(byHand);
        auto gathered = std::make_shared<Gathered>(Gathered{
            basis.dataset,
            icp,
            similarity ? similarity : std::make_shared<const Similarity>(*basis.dataset, QStringList(), job),
            contributions(model, icp),
            {}});
        std::vector<std::uint32_t> tests;
        for (const FitDecision& decision : fits)
            if (decision.icp == icp.id && decision.test)
                if (const std::uint32_t row = basis.keys->row(decision.account); row != noRow)
                    tests.push_back(row);
        gathered->stretch = stretchOutcomes(model.fit(), icp, *basis.totals, tests);
        if (job.cancelled()) return;
        deliver([this, gathered] {
            m_gathered = std::move(*gathered);
            showChosen();
        });
    });
}

void FitPage::showCounts() {
    for (std::size_t i = 0; i < fits.size(); ++i)
        m_fits->setText(int(i),
                        QStringLiteral("%1 %2").arg(fitTitle(fits[i]), countText(m_model->count(fits[i]))));
}

void FitPage::showChosen() {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!m_document || rows.isEmpty()) {
        showNobody();
    } else if (rows.size() == 1) {
        showCompany(m_model->account(rows.front().row()));
        m_side->setCurrentWidget(m_company);
    } else {
        std::vector<std::uint32_t> accounts;
        for (const QModelIndex& index : rows) accounts.push_back(m_model->account(index.row()));
        showTraits(accounts);
        m_side->setCurrentWidget(m_traits);
    }
}

/// With nobody chosen: what became of everybody, by fit.
void FitPage::showNobody() {
    m_side->setCurrentWidget(m_stretch);
    const bool known = m_document && m_gathered && m_gathered->dataset == m_document->basis().dataset;
    if (!known)
        m_stretch->showNothing(
            tr("Choose a company to see which criteria it meets, which it fails, and what it "
               "would cost to let it in."));
    else
        m_stretch->show(m_gathered->stretch, m_gathered->icp, *m_gathered->dataset);
}

void FitPage::acceptVerdict(const StretchGroup& group) {
    const Icp* icp = m_document->currentIcp();
    if (!icp || !m_gathered || icp->id != m_gathered->icp.id) return;
    std::optional<Icp> next = afterVerdict(*icp, group, *m_gathered->dataset);
    if (!next) return;
    for (Criterion& criterion : next->criteria)
        if (const Criterion* before = icp->find(criterion.id);
            before && before->condition != criterion.condition)
            criterion.evidence =
                typedEvidence(*criterion.condition, *m_gathered->dataset, m_document->findings());
    Q_EMIT verdictAccepted(*next, group.verdict);
}

QStringList FitPage::decidedBy(std::uint32_t account) const {
    const Icp* icp = m_document ? m_document->currentIcp() : nullptr;
    return icp ? fitReasons(m_document->fitModel(), *icp, account) : QStringList();
}

QString FitPage::outcomeOf(std::uint32_t account) const {
    const AccountFacts& facts = *m_document->facts();
    const AccountTotals& totals = *m_document->basis().totals;
    QStringList parts{AccountFacts::stateText(facts.state(account))};
    if (const QString tenure = facts.tenureText(account); !tenure.isEmpty()) parts << tenure;
    if (const QString value = facts.valueText(account); !value.isEmpty()) parts << value;
    if (totals.closed[account] > 0)
        parts << tr("%1 of %2 deals won")
                     .arg(countText(totals.won[account]), countText(totals.closed[account]));
    return parts.join(QStringLiteral(", "));
}

/// "41%, 57% won": of customers inside, and of their deals, if the profile had not this criterion.
QString FitPage::withoutIt(const QString& criterion) const {
    if (!m_gathered) return {};
    for (const Contribution& one : m_gathered->contributions) {
        const Gauge& without = one.without;
        if (one.criterion != criterion || without.customers.whole <= 0) continue;
        const QString share = percentText(without.customers.share());
        return without.inside.n > 0
                   ? tr("%1, %2 won", "41% of customers").arg(share, percentText(without.inside.rate))
                   : share;
    }
    return {};
}

void FitPage::showCompany(std::uint32_t account) {
    const Icp* icp = m_document->currentIcp();
    if (!icp || account >= m_document->fit().fit.size()) return;
    CompanyCard::Company company;
    company.account = account;
    company.name = m_document->facts()->name(account);
    company.fit = m_document->fit().fit[account];
    company.outcome = outcomeOf(account);
    for (const CriterionAnswer& one :
         criterionAnswers(m_document->fitModel(), *icp, account, m_document->dataset()))
        company.criteria.push_back({one.text, one.answer, withoutIt(one.id)});
    if (m_gathered && m_gathered->dataset == m_document->basis().dataset)
        for (const LookAlike& one :
             m_gathered->similarity->nearest(account, m_document->basis().totals->customers, alikeShown))
            company.alike.push_back({one.account,
                                     {m_document->facts()->name(one.account), percentText(one.similarity),
                                      fitTitle(m_document->fit().fit[one.account])}});
    if (const FitDecision* decision = m_document->fitDecisions().of(account)) {
        company.decision = *decision;
    } else {
        company.decision.id = newId();
        company.decision.icp = icp->id;
        company.decision.account = m_document->basis().keys->of(account);
    }
    for (const ResearchItem& item : m_document->workshop().research)
        if (item.icp == icp->id && m_document->basis().keys->row(item.account) == account)
            company.research.push_back(item);
    if (m_document->workshop().settings.consumers) {
        company.messages.emplace();
        for (const Persona& persona : m_document->workshop().personasOf(icp->id))
            company.messages->emplace_back(personaName(persona),
                                           persona.messageFor(company.fit == Fit::Ideal ? 1 : 2));
    }
    m_company->show(company);
}

void FitPage::showTraits(const std::vector<std::uint32_t>& accounts) {
    QStringList names;
    for (const std::uint32_t account : accounts) names << m_document->facts()->name(account);
    m_traits->show(sharedTraits(m_document->dataset(), accounts), names, m_document->dataset());
}

void FitPage::reveal(std::uint32_t account) {
    int row = m_model->rowOf(account);
    if (row < 0) {
        m_fits->setCurrent(int(fits.size()));
        m_which->setCurrentIndex(int(FitListModel::Which::Everybody));
        findChild<QLineEdit*>(QStringLiteral("find"))->clear();
        row = m_model->rowOf(account);
    }
    if (row >= 0) m_table->selectRow(row);
}

}  // namespace icp::ui
