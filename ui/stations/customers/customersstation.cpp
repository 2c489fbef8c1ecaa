#include "ui/stations/customers/customersstation.h"

#include "core/base/shown.h"
#include "ui/charts/histogramchart.h"
#include "ui/document/document.h"
#include "ui/models/customertable.h"
#include "ui/stations/customers/customercard.h"
#include "ui/stations/customers/pincard.h"
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
#include <cmath>

namespace icp::ui {

namespace {
constexpr int topHeight = 218;
constexpr int lowTopHeight = 190;
constexpr int lowWindow = 840;
constexpr int bins = 20;
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
      m_undo(iconButton(QStringLiteral("undo"), tr("Undo"))),
      m_redo(iconButton(QStringLiteral("redo"), tr("Redo"))),
      m_success(new SuccessCard),
      m_histogramCard(new Card(tr("Value of all customers"))),
      m_histogram(new HistogramChart),
      m_find(new QLineEdit),
      m_lists{new CustomerCard(CustomerList::Least), new CustomerCard(CustomerList::Rest),
              new CustomerCard(CustomerList::Best)},
      m_pin(new PinCard(this)),
      m_facts(std::make_shared<const AccountFacts>()),
      m_ranking(std::make_shared<const Ranking>()) {
    build();
    connect(m_success, &SuccessCard::measureChosen, this, [this](Measure measure) {
        m_measure = measure;
        rankAgain();
    });
    connect(m_lists[std::size_t(CustomerList::Best)], &CustomerCard::sizeChosen, this, [this](int size) {
        m_bestSize = size;
        rankAgain();
    });
    connect(m_lists[std::size_t(CustomerList::Least)], &CustomerCard::sizeChosen, this, [this](int size) {
        m_leastSize = size;
        rankAgain();
    });
    for (CustomerCard* card : m_lists) {
        connect(card, &CustomerCard::pinRequested, this, [this, card] { askPin(card); });
        connect(m_find, &QLineEdit::textChanged, card, &CustomerCard::setSearch);
    }
    connect(m_pin, &PinCard::decided, this, &CustomersStation::pin);
    connect(m_pin, &PinCard::closed, this, &CustomersStation::closePin);
    addKey(tr("Pin the customer"), Qt::Key_P, [this] {
        if (CustomerCard* card = focused()) askPin(card);
    });
    addKey(tr("Unpin the customer"), Qt::Key_U, [this] { unpin(); });
}

void CustomersStation::build() {
    addTool(m_undo);
    addTool(m_redo);
    connect(m_undo, &QToolButton::clicked, this, [this] { document()->undo(); });
    connect(m_redo, &QToolButton::clicked, this, [this] { document()->redo(); });
    QPushButton* next = primaryButton(tr("Patterns"), QStringLiteral("right"));
    next->setLayoutDirection(Qt::RightToLeft);
    next->setToolTip(tr("Go on to Patterns"));
    connect(next, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Id::Patterns); });
    addTool(next);
    m_nothing->addPrimary(tr("Go to Import"), QStringLiteral("import"), [this] { Q_EMIT goTo(Id::Import); });
    m_nothing->addSecondary(tr("Try the example"), [this] { Q_EMIT goTo(Id::Start); });

    m_find->setObjectName(QStringLiteral("find"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find a customer in all three lists"));
    m_find->setToolTip(tr("Find a customer in all three lists (Ctrl+F)"));
    m_find->setClearButtonEnabled(true);
    m_find->setProperty("small", true);
    m_find->setFixedWidth(px(150));
    m_find->addAction(ui::icon(QStringLiteral("search"), &Tokens::ink3), QLineEdit::LeadingPosition);
    m_lists[std::size_t(CustomerList::Rest)]->addTool(m_find);

    m_histogramCard->body()->setContentsMargins(px(6), px(4), px(10), px(6));
    m_histogramCard->body()->addWidget(m_histogram, 1);
    auto* grid = new QGridLayout(m_page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(px(16));
    grid->addWidget(m_success, 0, 0, 1, 2);
    grid->addWidget(m_histogramCard, 0, 2);
    for (int column = 0; column < 3; ++column) {
        grid->addWidget(m_lists[std::size_t(2 - column)], 1, column);
        grid->setColumnStretch(column, 1);
        grid->setColumnMinimumWidth(column, px(200));
    }
    grid->setRowStretch(1, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    content()->addWidget(m_pages, 1);
}

void CustomersStation::setDocument(Document* document) {
    if (this->document() != nullptr) this->document()->disconnect(this);
    Station::setDocument(document);
    messages()->clear();
    closePin();
    m_bestSize = m_leastSize = 0;
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    m_pages->setCurrentWidget(m_nothing);
    m_facts = std::make_shared<const AccountFacts>();
    m_ranking = std::make_shared<const Ranking>();
    for (CustomerCard* card : m_lists) card->setRanking(m_facts, m_ranking, {});
    if (document == nullptr) return;
    connect(document, &Document::datasetChanged, this, [this] {
        m_bestSize = m_leastSize = 0;
        refresh();
    });
    connect(document, &Document::workshopChanged, this, &CustomersStation::refresh);
    connect(document, &Document::factsChanged, this, &CustomersStation::refresh);
    refresh();
}

/// Measure, sizes and search, and whose row is chosen.
QVariant CustomersStation::bookmark() const {
    std::uint32_t chosen = focused() != nullptr ? focused()->current() : noRow;
    for (const CustomerCard* card : m_lists)
        if (chosen == noRow) chosen = card->current();
    const QString account = chosen != noRow ? m_facts->key(chosen) : QString();
    return QVariantList{int(m_measure), m_bestSize, m_leastSize, m_find->text(), account};
}

void CustomersStation::restore(const QVariant& bookmark) {
    const QVariantList parts = bookmark.toList();
    if (parts.size() != 5 || document() == nullptr) return;
    const Measure measure = Measure(parts[0].toInt());
    const std::vector<Measure> measures = measuresOf(*m_facts);
    if (std::find(measures.begin(), measures.end(), measure) != measures.end()) m_measure = measure;
    m_success->setMeasures(measures, m_measure, *m_facts);
    m_bestSize = parts[1].toInt();
    m_leastSize = parts[2].toInt();
    rankAgain();
    if (!parts[4].toString().isEmpty()) reveal(parts[4].toString());
    m_find->setText(parts[3].toString());
}

void CustomersStation::reveal(const QString& what) {
    refresh();
    for (std::uint32_t account = 0; account < m_facts->size(); ++account) {
        if (m_facts->key(account) != what && m_facts->dataset().accountName(account) != what) continue;
        m_find->clear();
        const CustomerList list = m_ranking->list[account];
        if (list == CustomerList::None) return;
        m_lists[std::size_t(list)]->select(account);
        m_lists[std::size_t(list)]->view()->setFocus();
        return;
    }
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
    if (m_facts != document()->facts() && document()->facts()->size() > 0) {
        m_facts = document()->facts();
        const std::vector<Measure> measures = measuresOf(*m_facts);
        const bool possible = std::find(measures.begin(), measures.end(), m_measure) != measures.end();
        if (!possible && !measures.empty()) m_measure = measures.front();
        m_success->setMeasures(measures, m_measure, *m_facts);
    }
    const bool imported = document()->dataset().accounts.rows() > 0;
    m_pages->setCurrentWidget(imported ? m_page : static_cast<QWidget*>(m_nothing));
    rankAgain();
}

void CustomersStation::rankAgain() {
    if (m_facts->size() == 0) return;  // they are being gathered; what is shown stays until then
    if (m_bestSize == 0) m_bestSize = usualListSize(m_facts->customers());
    if (m_leastSize == 0) m_leastSize = m_bestSize;
    const std::vector<Pin>& pins = document()->workshop().pins;
    m_ranking = std::make_shared<const Ranking>(rank(*m_facts, m_measure, m_bestSize, m_leastSize, pins));
    for (CustomerCard* card : m_lists) card->setRanking(m_facts, m_ranking, pins);
    m_success->showRanking(*m_facts, *m_ranking, m_measure);
    showHistogram();
}

void CustomersStation::showHistogram() {
    std::vector<double> values;
    std::vector<std::uint8_t> lists;
    for (std::uint32_t account = 0; account < m_facts->size(); ++account) {
        if (m_ranking->list[account] == CustomerList::None) continue;
        values.push_back(m_facts->value(account));
        lists.push_back(std::uint8_t(m_ranking->list[account]));
    }
    m_histogramCard->setVisible(m_facts->hasValue());
    const qint64 known =
        std::count_if(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
    m_histogramCard->setTitle(
        known < m_ranking->customers
            ? tr("Value of %1 of %2 customers").arg(countText(known), countText(m_ranking->customers))
        : known == 1 ? tr("Value of 1 customer")
                     : tr("Value of all %1 customers").arg(countText(known)));
    m_histogram->setBins(histogram(values, lists, bins), tr("Customers by value"), m_facts->currency());
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
    m_pin->ask(m_facts->name(account), m_facts->key(account), card->model()->list(), card->model()->pin(row));
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
    CustomerCard* into = m_lists[std::size_t(m_ranking->list[account])];
    into->select(account);
    into->view()->setFocus();
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
    CustomerCard* into = m_lists[std::size_t(m_ranking->list[account])];
    into->select(account);
    into->view()->setFocus();
}

void CustomersStation::closePin() {
    m_pin->hide();
    if (m_pinFrom != nullptr) m_pinFrom->view()->setFocus();
    m_pinFrom = nullptr;
}

void CustomersStation::resizeEvent(QResizeEvent* event) {
    Station::resizeEvent(event);
    const int high = px(window()->height() < px(lowWindow) ? lowTopHeight : topHeight);
    m_success->setFixedHeight(high);
    m_histogramCard->setFixedHeight(high);
}

void CustomersStation::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_pin->isVisible()) return closePin();
    Station::keyPressEvent(event);
}

}  // namespace icp::ui
