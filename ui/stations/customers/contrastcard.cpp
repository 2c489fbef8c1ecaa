#include "ui/stations/customers/contrastcard.h"

#include "core/base/shown.h"
#include "ui/charts/legend.h"
#include "ui/charts/listchart.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int listWidth = 280;
constexpr int rowHeight = 34;
constexpr double clearly = 0.05;

QString pText(double p) {
    return p < 0.01 ? ContrastCard::tr("p under 0.01")
                    : ContrastCard::tr("p %1").arg(QLocale().toString(p, 'f', 2));
}

}  // namespace

ContrastCard::ContrastCard(QWidget* parent)
    : Card(tr("What sets the best apart"), parent),
      m_search(new QLineEdit),
      m_list(new QListWidget),
      m_title(new Text({}, int(Type::Finding))),
      m_numbers(new Text({}, int(Type::Note), Text::Ink::Third)),
      m_caution(new Text({}, int(Type::Note), Text::Ink::Warn)),
      m_legend(new Legend),
      m_chart(new ListChart),
      m_hint(new Text({}, int(Type::Body), Text::Ink::Second)),
      m_right(new QWidget) {
    setNote(tr("best, rest and least ideal, those that differ most first"));
    body()->setContentsMargins(px(14), px(10), px(14), px(10));
    m_search->setObjectName(QStringLiteral("findContrast"));
    m_search->setPlaceholderText(tr("Find an attribute"));
    m_search->setAccessibleName(tr("Find an attribute"));
    m_search->setClearButtonEnabled(true);
    m_search->setProperty("small", true);
    m_list->setAccessibleName(tr("Attributes"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* left = new QWidget;
    auto* names = new QVBoxLayout(left);
    names->setContentsMargins(0, 0, 0, 0);
    names->addWidget(m_search);
    names->addWidget(m_list, 1);
    auto* column = new QVBoxLayout(m_right);
    column->setContentsMargins(px(8), 0, 0, 0);
    column->setSpacing(px(2));
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(m_numbers, 1);
    row->addWidget(m_legend);
    column->addLayout(row);
    column->addWidget(m_caution);
    column->addWidget(m_chart, 1);
    for (Text* text : {m_title, m_numbers, m_caution, m_hint}) {
        text->setWordWrap(true);
        text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_hint->setAlignment(Qt::AlignCenter);
    auto* columns = new Columns(QStringLiteral("contrast"));
    columns->addWidget(left);
    columns->addWidget(m_right);
    columns->setWidths({listWidth, 0});
    body()->addWidget(columns, 1);
    body()->addWidget(m_hint, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ContrastCard::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &ContrastCard::showChosen);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT showRequested(m_contrasts[std::size_t(item->data(Qt::UserRole).toInt())].name);
    });
    connect(m_chart, &ChartView::copied, this, [this] { Q_EMIT copied(m_chart->title()); });
    setWaiting();
}

void ContrastCard::setWaiting() {
    m_contrasts.clear();
    fill();
    m_hint->setText(tr("Comparing the lists…"));
}

void ContrastCard::setContrasts(const std::vector<ListContrast>& contrasts) {
    m_contrasts = contrasts;
    fill();
    m_hint->setText(tr("No attribute of accounts can be compared. Import more columns of your accounts."));
}

void ContrastCard::fill() {
    const QListWidgetItem* chosen = m_list->currentItem();
    const QString name = chosen != nullptr ? chosen->text() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (std::size_t i = 0; i < m_contrasts.size(); ++i) {
        if (!m_contrasts[i].label.contains(m_search->text().trimmed(), Qt::CaseInsensitive)) continue;
        auto* item = new QListWidgetItem(m_contrasts[i].label, m_list);
        item->setData(Qt::UserRole, int(i));
        item->setSizeHint({0, px(rowHeight)});
        item->setToolTip(
            tr("%1, %2. Enter shows it in Patterns.").arg(m_contrasts[i].label, pText(m_contrasts[i].p)));
        if (m_contrasts[i].label == name) m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0) m_list->setCurrentRow(0);
    const bool any = !m_contrasts.empty();
    m_hint->setVisible(!any);
    m_right->parentWidget()->setVisible(any);
    showChosen();
}

void ContrastCard::showChosen() {
    const QListWidgetItem* item = m_list->currentItem();
    m_right->setEnabled(item != nullptr);
    if (item == nullptr) return;
    const ListContrast& contrast = m_contrasts[std::size_t(item->data(Qt::UserRole).toInt())];
    m_chart->setContrast(contrast);
    m_legend->setItems(m_chart->legend());
    const QString most = contrastSentence(contrast);
    m_title->setText(contrast.p < clearly
                         ? most
                         : tr("%1: no clear difference between best and least ideal.").arg(contrast.label));
    m_numbers->setText(
        tr("Share of each list. Numbers on bars are customers. %1, by reshuffling best and least "
           "ideal.")
            .arg(pText(contrast.p)));
    m_caution->setVisible(!contrast.caution.isEmpty());
    m_caution->setText(contrast.caution);
}

}  // namespace icp::ui
