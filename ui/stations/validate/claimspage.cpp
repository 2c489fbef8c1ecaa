#include "ui/stations/validate/claimspage.h"

#include "ui/document/document.h"
#include "ui/stations/filterrow.h"
#include "ui/stations/validate/claimcard.h"
#include "ui/stations/validate/claimdelegate.h"
#include "ui/stations/validate/claimform.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroll.h"

#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <tuple>

namespace icp::ui {

namespace {

enum Lists { Nothing, Claims };

/// What a verdict depends on beside the data.
auto asked(const Study& study) { return std::tie(study.filter, study.unit, study.minLevel, study.minWon); }

}  // namespace

ClaimsPage::ClaimsPage(QWidget* parent)
    : QWidget(parent),
      m_model(new ClaimListModel(this)),
      m_columns(new Columns(QStringLiteral("claims"))),
      m_card(new Card(tr("What people say"))),
      m_lists(new QStackedWidget),
      m_view(new QListView),
      m_side(new QStackedWidget),
      m_claim(new ClaimCard),
      m_told(scrolled(m_claim)),
      m_form(new ClaimForm) {
    m_side->addWidget(m_told);
    m_side->addWidget(m_form);
    m_columns->addWidget(buildList());
    m_columns->addWidget(m_side);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ClaimsPage::showClaim);
    connect(m_view, &QListView::doubleClicked, this, &ClaimsPage::edit);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ClaimsPage::showClaim);
    connect(m_claim, &ClaimCard::editRequested, this, &ClaimsPage::edit);
    connect(m_claim, &ClaimCard::removeRequested, this, &ClaimsPage::remove);
    connect(m_claim, &ClaimCard::insideRequested, this, &ClaimsPage::lookInside);
    connect(m_form, &ClaimForm::closed, this, &ClaimsPage::closeForm);
    connect(m_form, &ClaimForm::kept, this, [this](const Claim& claim) {
        if (!m_document->putClaim(claim)) return;
        closeForm();
        select(claim.id);
    });
}

QWidget* ClaimsPage::buildList() {
    QPushButton* add = secondaryButton(tr("Add a claim"), QStringLiteral("plus"));
    add->setProperty("small", true);
    add->setToolTip(tr("Write down what somebody says of customers (N)"));
    connect(add, &QPushButton::clicked, this, &ClaimsPage::add);
    m_card->addTool(add);
    m_card->body()->setContentsMargins(1, 0, 1, px(6));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ClaimDelegate(m_view));
    m_view->setObjectName(QStringLiteral("claims"));
    m_view->setAccessibleName(tr("Claims"));
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* nothing = new EmptyState(
        QStringLiteral("quote"), tr("No claims yet"),
        tr("Write down what people say of your customers: “Family-owned firms win more often”. The data "
           "support it, contradict it, or are too few; what names nothing to measure stays an anecdote."));
    nothing->addPrimary(tr("Add a claim"), QStringLiteral("plus"), [this] { this->add(); });
    m_lists->addWidget(nothing);
    m_lists->addWidget(m_view);
    m_card->body()->addWidget(m_lists, 1);
    return m_card;
}

void ClaimsPage::setDocument(Document* document) {
    m_checking.cancel();
    m_document = document;
    m_asked.reset();
    m_model->setClaims({});
    closeForm();
}

void ClaimsPage::refresh() {
    if (m_document == nullptr) return;
    const QString before = selected();
    const bool edited = m_model->follow(m_document->workshop().claims);
    const bool any = m_model->rowCount() > 0;
    m_lists->setCurrentIndex(any ? Claims : Nothing);
    m_card->setNote(any ? QString::number(m_model->rowCount()) : QString());
    if (any && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(before))));
    showClaim();
    const bool same =
        m_asked == m_document->sharedDataset() && asked(m_askedStudy) == asked(m_document->study());
    if (edited || !same) check();
}

void ClaimsPage::check() {
    m_asked = m_document->sharedDataset();
    m_askedStudy = m_document->study();
    m_checking.start([this, dataset = m_asked, study = m_askedStudy, claims = m_document->workshop().claims](
                         const Job& job, const Background::Deliver& deliver) {
        auto words = std::make_shared<std::vector<CheckedWords>>();
        for (const Claim& claim : claims) {
            if (job.cancelled()) return;
            words->push_back(checkedWords(claim, *dataset, study));
        }
        deliver([this, words] { m_model->setClaims(std::move(*words)); });
    });
}

void ClaimsPage::showClaim() {
    const CheckedWords* words = m_model->at(m_view->currentIndex().row());
    m_claim->setVisible(words != nullptr);
    showSide(words != nullptr || writing());
    if (words != nullptr) m_claim->show(*words);
}

QString ClaimsPage::selected() const {
    const CheckedWords* words = m_model->at(m_view->currentIndex().row());
    return words != nullptr ? words->claim.id : QString();
}

void ClaimsPage::select(const QString& id) {
    const int row = m_model->rowOf(id);
    if (row >= 0) m_view->setCurrentIndex(m_model->index(row));
}

bool ClaimsPage::writing() const { return m_side->currentWidget() == m_form; }

void ClaimsPage::open(const Claim& claim, bool isNew) {
    m_side->setCurrentWidget(m_form);
    showSide(true);
    m_form->open(claim, isNew, m_document->workshop().settings.departments, m_document->sharedDataset(),
                 m_document->study());
}

void ClaimsPage::propose(const Claim& claim) {
    Claim fresh = claim;
    fresh.id = newId();
    open(fresh, true);
}

void ClaimsPage::add() {
    if (m_document == nullptr || writing()) return;  // what was typed stays
    Claim claim;
    claim.question.metric = ClaimMetric::WinRate;
    propose(claim);
}

void ClaimsPage::edit() {
    const CheckedWords* words = m_model->at(m_view->currentIndex().row());
    if (words != nullptr && !writing()) open(words->claim, false);
}

void ClaimsPage::remove() {
    const CheckedWords* words = m_model->at(m_view->currentIndex().row());
    if (words == nullptr || writing()) return;
    const QString statement = words->claim.statement;
    if (m_document->removeClaim(words->claim.id)) Q_EMIT removed(statement);
}

void ClaimsPage::lookInside() {
    const CheckedWords* words = m_model->at(m_view->currentIndex().row());
    if (words == nullptr || words->claim.question.conditions.empty()) return;
    m_document->setStudy(narrowedTo(m_document->study(), words->claim.question.conditions));
    Q_EMIT narrowed();
}

void ClaimsPage::closeForm() {
    const bool hadFocus = m_form->isAncestorOf(window()->focusWidget());
    m_side->setCurrentWidget(m_told);
    showClaim();
    if (hadFocus) m_view->setFocus(Qt::OtherFocusReason);
}

void ClaimsPage::fit(int sideWidth) {
    m_sideWidth = sideWidth;
    m_columns->setWidths({0, sideWidth});
}

/// What comes back gets its width again.
void ClaimsPage::showSide(bool shown) {
    if (m_side->isVisibleTo(this) == shown) return;
    m_side->setVisible(shown);
    if (shown) m_columns->setWidths({0, m_sideWidth});
}

void ClaimsPage::waitForIdle() {
    m_checking.wait();
    m_form->waitForIdle();
}

}  // namespace icp::ui
