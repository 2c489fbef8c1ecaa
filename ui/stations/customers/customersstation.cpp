#include "ui/stations/customers/customersstation.h"

#include "core/analysis/measure.h"
#include "ui/document/document.h"
#include "ui/models/customertable.h"
#include "ui/stations/customers/contrastcard.h"
#include "ui/stations/customers/customercard.h"
#include "ui/stations/customers/pincard.h"
#include "ui/stations/customers/questionscard.h"
#include "ui/stations/customers/scorecard.h"
#include "ui/stations/customers/successcard.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int topHeight = 218;
constexpr int lowTopHeight = 190;
constexpr int lowWindow = 840;
constexpr std::size_t quick = 5000;  // accounts that are listed within a frame

}  // namespace

CustomersStation::CustomersStation(QWidget* parent)
    : Station(Id::Customers, tr("Customers"), tr("First agree what success means. The lists follow from it."),
              parent),
      m_pages(new QStackedWidget),
      m_nothing(
          new EmptyState(QStringLiteral("customers"), tr("No customers yet"),
                         tr("Your customers appear here in three lists: best, the rest and least ideal. "
                            "Import deals first."))),
      m_page(new QWidget),
      m_view(new SegmentedSwitch({tr("Lists"), tr("Contrast"), tr("Four questions")})),
      m_undo(iconButton(QStringLiteral("undo"), tr("Undo"))),
      m_redo(iconButton(QStringLiteral("redo"), tr("Redo"))),
      m_success(new SuccessCard),
      m_score(new ScoreCard),
      m_find(searchField(tr("Find"))),
      m_lists{new CustomerCard(AccountList::Best), new CustomerCard(AccountList::Rest),
              new CustomerCard(AccountList::Least)},
      m_views(new QStackedWidget),
      m_contrast(new ContrastCard),
      m_questions(new QuestionsCard),
      m_pin(new PinCard(this)) {
    buildHeader();
    build();
    connectCards();
    addKey(tr("Pin the customer"), Qt::Key_P, [this] {
        if (CustomerCard* card = focused()) askPin(card);
    });
    addKey(tr("Unpin the customer"), Qt::Key_U, [this] { unpin(); });
    addKey(tr("Next view: lists, contrast, four questions"), Qt::Key_V,
           [this] { m_view->setCurrent((m_view->current() + 1) % 3); });
}

void CustomersStation::connectCards() {
    connect(m_view, &SegmentedSwitch::currentChanged, this, &CustomersStation::setView);
    connect(m_success, &SuccessCard::changed, this, [this](const std::vector<BlendPart>& parts) {
        editBlend(settingsOf(parts), tr("Choose what success means"), QStringLiteral("blend"));
    });
    connect(m_success, &SuccessCard::resetRequested, this,
            [this] { editBlend({}, tr("Back to the proposed success")); });
    connect(&card(AccountList::Best), &CustomerCard::sizeChosen, this, [this](int size) {
        m_bestSize = size;
        listAgain();
    });
    connect(&card(AccountList::Least), &CustomerCard::sizeChosen, this, [this](int size) {
        m_leastSize = size;
        listAgain();
    });
    for (CustomerCard* card : m_lists) {
        connect(card, &CustomerCard::pinRequested, this, [this, card] { askPin(card); });
        connect(m_find, &QLineEdit::textChanged, card, &CustomerCard::setSearch);
    }
    connect(m_contrast, &ContrastCard::copied, this, [this](const QString& what) {
        messages()->showMessage(MessageBar::Kind::Ok, tr("Copied: %1.").arg(what));
    });
    connect(m_contrast, &ContrastCard::showRequested, this,
            [this](const QString& attribute) { Q_EMIT show(Id::Patterns, attribute); });
    connect(m_pin, &PinCard::decided, this, &CustomersStation::pin);
    connect(m_pin, &PinCard::closed, this, &CustomersStation::closePin);
}

void CustomersStation::buildHeader() {
    m_view->setObjectName(QStringLiteral("customersView"));
    m_view->setToolTip(tr("Next view (V)"));
    addTool(m_view);
    addTool(m_undo);
    addTool(m_redo);
    connect(m_undo, &QToolButton::clicked, this, [this] { document()->undo(); });
    connect(m_redo, &QToolButton::clicked, this, [this] { document()->redo(); });
    QPushButton* next = nextButton(tr("Patterns"));
    next->setToolTip(tr("Go on to Patterns"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Patterns); });
    addTool(next);
    m_nothing->addPrimary(tr("Go to Import"), QStringLiteral("import"), [this] { Q_EMIT goTo(Id::Import); });
    m_nothing->addSecondary(tr("Try the example"), [this] { Q_EMIT goTo(Id::Start); });
}

void CustomersStation::build() {
    m_find->setObjectName(QStringLiteral("find"));
    m_find->setAccessibleName(tr("Find a customer in all three lists"));
    m_find->setToolTip(tr("Find a customer in all three lists (Ctrl+F)"));
    m_find->setFixedWidth(px(150));
    card(AccountList::Rest).addTool(m_find);

    auto* grid = new QGridLayout(m_page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(16));
    grid->addWidget(m_success, 0, 0);
    grid->addWidget(m_score, 0, 1);
    auto* lists = new QWidget;
    auto* columns = new QHBoxLayout(lists);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(px(16));
    for (int column = 0; column < 3; ++column) {
        columns->addWidget(m_lists[std::size_t(column)], 1);
    }
    for (QWidget* view : {lists, static_cast<QWidget*>(m_contrast), static_cast<QWidget*>(m_questions)})
        m_views->addWidget(view);
    grid->addWidget(m_views, 1, 0, 1, 2);
    grid->setRowStretch(1, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    content()->addWidget(m_pages, 1);
    setView(Lists);
}

void CustomersStation::setView(int view) {
    closePin();
    m_views->setCurrentIndex(view);
    if (view == Contrast && m_contrastStale) contrastAgain();
}

void CustomersStation::setDocument(Document* document) {
    if (this->document() != nullptr) this->document()->disconnect(this);
    m_working.cancel();
    m_contrasting.cancel();
    Station::setDocument(document);
    messages()->clear();
    m_sizeSaid.clear();
    closePin();
    m_bestSize = m_leastSize = 0;
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    m_pages->setCurrentWidget(m_nothing);
    m_view->setVisible(false);
    m_work = {};
    m_contrastStale = true;
    for (CustomerCard* card : m_lists) card->setLists(m_work.facts, m_work.lists, {});
    if (document == nullptr) return;
    connect(document, &Document::datasetChanged, this, [this] {
        m_bestSize = m_leastSize = 0;
        refresh();
    });
    connect(document, &Document::workshopChanged, this, &CustomersStation::refresh);
    connect(document, &Document::factsChanged, this, &CustomersStation::refresh);
    connect(document, &Document::findingsChanged, this, [this](Stage stage) {
        m_contrastStale = true;
        if (stage == Stage::Attributes || stage == Stage::Done)
            if (m_contrast->isVisible()) contrastAgain();
    });
    refresh();
}

/// Sizes, view and search, and whose row is chosen.
QVariant CustomersStation::bookmark() const {
    std::uint32_t chosen = focused() != nullptr ? focused()->current() : noRow;
    for (const CustomerCard* card : m_lists)
        if (chosen == noRow) chosen = card->current();
    const QString account = chosen != noRow ? m_work.facts->key(chosen) : QString();
    return QVariantList{m_view->current(), m_bestSize, m_leastSize, m_find->text(), account};
}

void CustomersStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 5 || document() == nullptr) return;
    m_bestSize = parts[1].toInt();
    m_leastSize = parts[2].toInt();
    listAgain();
    if (!parts[4].toString().isEmpty()) reveal(parts[4].toString());
    m_find->setText(parts[3].toString());
    m_view->setCurrent(parts[0].toInt());
}

void CustomersStation::reveal(const QString& what) {
    refresh();
    const AccountFacts& facts = *document()->facts();
    for (std::uint32_t account = 0; account < facts.size(); ++account) {
        if (facts.key(account) != what && facts.dataset().accountName(account) != what) continue;
        m_find->clear();
        m_view->setCurrent(Lists);
        follow(account);
        return;
    }
}

void CustomersStation::follow(std::uint32_t account) {
    if (m_working.busy()) {
        m_follow = account;
        return;
    }
    m_follow = noRow;
    if (account >= m_work.lists->lists.of.size()) return;
    const AccountList list = m_work.lists->lists.of[account];
    if (list == AccountList::None) return;
    card(list).select(account);
    card(list).view()->setFocus();
}

void CustomersStation::showEvent(QShowEvent* event) {
    Station::showEvent(event);
    if (m_stale) refresh();
}

void CustomersStation::refresh() {
    if (document() == nullptr) return;
    m_stale = !isVisible();
    if (m_stale) return;
    m_undo->setEnabled(document()->canUndo());
    m_redo->setEnabled(document()->canRedo());
    m_undo->setToolTip(document()->canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(document()->undoText())
                                             : tr("Undo"));
    m_redo->setToolTip(document()->canRedo() ? tr("Redo: %1 (Shift+Ctrl+Z)").arg(document()->redoText())
                                             : tr("Redo"));
    const bool imported = document()->dataset().accounts.rows() > 0;
    m_view->setVisible(imported);
    m_pages->setCurrentWidget(imported ? m_page : static_cast<QWidget*>(m_nothing));
    listAgain();
}

void CustomersStation::listAgain() {
    CustomerWork wanted;
    wanted.facts = document()->facts();
    if (wanted.facts->size() == 0) return;  // they are being gathered; what is shown stays until then
    wanted.blend = document()->workshop().settings.blend;
    wanted.pins = document()->workshop().pins;
    wanted.bestSize = m_bestSize;
    wanted.leastSize = m_leastSize;
    if (wanted.facts->size() <= quick) {
        m_working.cancel();
        take(workOut(std::move(wanted), m_work));
        return;
    }
    m_working.start([this, wanted, before = m_work](const Job&, const Background::Deliver& deliver) {
        const auto work = std::make_shared<const CustomerWork>(workOut(wanted, before));
        deliver([this, work] { take(*work); });
    });
}

void CustomersStation::take(const CustomerWork& work) {
    m_work = work;
    m_contrastStale = true;
    for (CustomerCard* card : m_lists) card->setLists(m_work.facts, m_work.lists, m_work.pins);
    m_success->setSuccess(*m_work.success, !m_work.blend.empty());
    m_questions->setLists(*m_work.lists);
    m_score->setWork(m_work);
    sayWhatIsSize();
    if (m_contrast->isVisible()) contrastAgain();
    if (m_follow == noRow) return;
    // The work is not finished before this returns.
    QMetaObject::invokeMethod(
        this, [this] { follow(m_follow); }, Qt::QueuedConnection);
}

void CustomersStation::contrastAgain() {
    if (document() == nullptr || !m_work.success || document()->findings().attributes.empty()) return;
    m_contrastStale = false;
    m_contrasting.start([this, data = document()->sharedDataset(), findings = document()->findings(),
                         work = m_work](const Job& job, const Background::Deliver& deliver) {
        const auto found = listContrasts(*data, findings, work.lists->lists, madeOf(*work.success), job);
        deliver([this, found] { m_contrast->setContrasts(found); });
    });
}

void CustomersStation::waitForIdle() {
    m_working.wait();
    m_contrasting.wait();
}

void CustomersStation::editBlend(const std::vector<SuccessPart>& blend, const QString& text,
                                 const QString& field) {
    Settings settings = document()->workshop().settings;
    settings.blend = blend;
    document()->editSettings(settings, text, field);
}

/// Says once where success is measured by the size of the company.
void CustomersStation::sayWhatIsSize() {
    QStringList sentences;
    for (const SuccessOffer& offer : m_work.success->offers)
        for (const BlendPart& part : m_work.success->parts)
            if (part.outcome == offer.outcome)
                sentences << sizeCaution(document()->dataset(), offer.chosen.measure);
    sentences.removeAll(QString());
    const QString caution = sentences.join(u' ');
    if (caution == m_sizeSaid) return;
    m_sizeSaid = caution;
    if (!caution.isEmpty()) messages()->showMessage(MessageBar::Kind::Warning, caution);
}

CustomerCard* CustomersStation::focused() const {
    for (CustomerCard* card : m_lists) {
        if (card->view()->hasFocus()) return card;
    }
    return nullptr;
}

void CustomersStation::askPin(CustomerCard* card) {
    const std::uint32_t account = card->current();
    if (account == noRow) return;
    const int row = card->model()->rowOf(account);
    m_pinFrom = card;
    m_pin->ask(m_work.facts->name(account), m_work.facts->key(account), card->model()->list(),
               card->model()->pin(row));
    const QRect cell = card->view()->visualRect(card->model()->index(row, 0));
    const QPoint below = card->view()->viewport()->mapTo(this, cell.bottomLeft() + QPoint(px(8), px(2)));
    const bool fits = below.y() + m_pin->height() <= height();
    QPoint place(below.x(), fits ? below.y() : below.y() - cell.height() - m_pin->height() - px(4));
    place.setX(std::clamp(place.x(), 0, std::max(0, width() - m_pin->width())));
    place.setY(std::max(0, place.y()));
    m_pin->move(place);
}

void CustomersStation::pin(const Pin& pin) {
    CustomerCard* from = m_pinFrom;
    const std::uint32_t account = from != nullptr ? from->current() : noRow;
    if (!document()->setPin(pin, tr("Pin customer"))) return;
    closePin();
    if (account == noRow) return;
    follow(account);
}

void CustomersStation::unpin() {
    CustomerCard* card = focused();
    if (card == nullptr) return;
    const std::uint32_t account = card->current();
    const Pin* here = account != noRow ? card->model()->pin(card->model()->rowOf(account)) : nullptr;
    if (here == nullptr) {
        messages()->showMessage(MessageBar::Kind::Info, tr("This customer is not pinned. P pins it."));
        return;
    }
    const QString id = here->id;
    if (!document()->removePin(id)) return;
    follow(account);
}

void CustomersStation::closePin() {
    m_pin->hide();
    if (m_pinFrom != nullptr) m_pinFrom->view()->setFocus();
    m_pinFrom = nullptr;
}

void CustomersStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    const int high = px(window()->height() < px(lowWindow) ? lowTopHeight : topHeight);
    m_success->form()->setTight(window()->height() < px(lowWindow));
    m_success->setFixedHeight(high);
    m_score->setFixedHeight(high);
    // As wide as the list below it.
    const QMargins margins = layout()->contentsMargins();
    m_score->setFixedWidth((width() - margins.left() - margins.right() - 2 * px(16)) / 3);
}

void CustomersStation::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_pin->isVisible()) return closePin();
    Station::keyPressEvent(event);
}

}  // namespace icp::ui
