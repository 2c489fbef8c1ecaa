// The widgets of the import page and how they are laid out.
#include "ui/stations/import/columnheader.h"
#include "ui/stations/import/filecard.h"
#include "ui/stations/import/importstation.h"
#include "ui/stations/import/linkscard.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/rejectedmodel.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>

namespace icp::ui {

namespace {

/// The large field of the page without files: framed by dashes, so that it says where to drop.
class DropPage final : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& t = Tokens::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen dashed(t.ctl, 1.5, Qt::CustomDashLine);
        dashed.setDashPattern({5, 4});
        painter.setPen(dashed);
        painter.setBrush(t.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(8), px(8));
    }
};

/// Cells stand 10 px from the lines of the table, as the heads do.
class RoomyCells final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QVariant back = index.data(Qt::BackgroundRole);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.highlight());
        else if (back.isValid())
            painter->fillRect(option.rect, back.value<QColor>());
        QStyleOptionViewItem inner(option);
        inner.rect.adjust(px(5), 0, -px(5), 0);
        inner.state &= ~QStyle::State_Selected;
        QStyledItemDelegate::paint(painter, inner, index);
        if (!(option.state & QStyle::State_HasFocus)) return;
        painter->setPen(QPen(Tokens::of(option.palette).focus, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
};

int textWidth(const QFontMetrics& metrics, const QModelIndex& index) {
    return metrics.horizontalAdvance(index.data().toString()) +
           (index.data(Qt::DecorationRole).isValid() ? px(24) : 0);
}

constexpr int fileRow = 159;
constexpr int sideWidth = 338;
constexpr int widestColumn = 220;

}  // namespace

QWidget* ImportStation::makeEmpty() {
    auto* page = new DropPage;
    auto* state = new EmptyState(
        QStringLiteral("import"), tr("Drop your exports here"),
        tr("Accounts, deals and contacts as CSV or Excel files, as your CRM wrote them. They are "
           "read on this computer and never changed."));
    state->addPrimary(tr("Add file"), QStringLiteral("plus"), [this] { chooseFiles(); });
    state->addSecondary(tr("Try the example"), [this] { Q_EMIT exampleRequested(); });
    auto* column = new QVBoxLayout(page);
    column->addWidget(state);
    return page;
}

QWidget* ImportStation::makePage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));

    auto* cards = new QWidget;
    m_cards = new QHBoxLayout(cards);
    m_cards->setContentsMargins(1, 1, 1, 1);
    m_cards->setSpacing(px(12));
    auto* drop = new DropField(tr("Drop another file here"));
    connect(drop, &DropField::clicked, this, &ImportStation::chooseFiles);
    m_cards->addWidget(drop);
    auto* scroll = new QScrollArea;
    scroll->setWidget(cards);
    scroll->setWidgetResizable(true);
    scroll->setFixedHeight(px(fileRow));
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(scroll);

    auto* lower = new QHBoxLayout;
    lower->setSpacing(px(14));
    lower->addWidget(makePreview(), 1);
    auto* side = new QWidget;
    side->setFixedWidth(px(sideWidth));
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(px(12));
    m_links = new LinksCard;
    sideColumn->addWidget(m_links);
    sideColumn->addWidget(makeRejected(), 1);
    lower->addWidget(side);
    column->addLayout(lower, 1);
    return page;
}

Card* ImportStation::makePreview() {
    m_preview = new Card(tr("First rows"));
    m_filter = new SegmentedSwitch({tr("All columns"), tr("Needs a look")});
    m_preview->addTool(m_filter);
    connect(m_filter, &SegmentedSwitch::currentChanged, this, [this] { selectFile(m_file); });
    m_leftOut = new MessageBar;
    m_leftOutRow = new QWidget;
    auto* message = new QVBoxLayout(m_leftOutRow);
    message->setContentsMargins(px(14), px(10), px(14), px(10));
    message->addWidget(m_leftOut);

    m_table = new QTableView;
    m_header = new ColumnHeader(m_table);
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RoomyCells(m_table));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(px(35));
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &ColumnHeader::place);
    connect(m_header, &ColumnHeader::mappingChosen, this,
            [this](const QString& header, const QString& attribute) {
                overrule([&](FileRequest& file) { file.mapping.insert(header, attribute); });
            });
    connect(m_header, &ColumnHeader::typeChosen, this, [this](const QString& header, ColumnType type) {
        overrule([&](FileRequest& file) { file.columns[header].type = type; });
    });
    m_preview->body()->setContentsMargins(0, 0, 0, px(8));
    m_preview->body()->setSpacing(0);
    m_preview->body()->addWidget(m_leftOutRow);
    m_preview->body()->addWidget(m_table, 1);
    return m_preview;
}

Card* ImportStation::makeRejected() {
    m_rejectedCard = new Card(tr("Rows set aside"));
    m_rejectedCount = new Badge;
    m_rejectedCard->addTool(m_rejectedCount);
    m_save = linkButton(tr("Save list"));
    m_save->setObjectName(QStringLiteral("saveList"));
    m_rejectedCard->addTool(m_save);
    m_nothingRejected = new Text(tr("Every row of this file was read."), int(Type::Table), Text::Ink::Second);
    m_nothingRejected->setContentsMargins(px(8), px(6), px(8), 0);
    connect(m_save, &QPushButton::clicked, this, &ImportStation::saveRejected);
    auto* list = new QTableView;
    list->setModel(m_rejected);
    list->setAccessibleName(tr("Rows set aside"));
    list->horizontalHeader()->hide();
    list->verticalHeader()->hide();
    list->verticalHeader()->setDefaultSectionSize(px(32));
    list->horizontalHeader()->setStretchLastSection(true);
    list->setColumnWidth(0, px(96));
    list->setShowGrid(false);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTabKeyNavigation(false);
    list->setWordWrap(false);
    m_rejectedCard->body()->setContentsMargins(px(6), px(6), px(6), px(8));
    m_rejectedCard->body()->addWidget(m_nothingRejected);
    m_rejectedCard->body()->addWidget(list, 1);
    return m_rejectedCard;
}

void ImportStation::fitColumns() {
    const QFontMetrics cell(ui::font(Type::Table));
    const QFontMetrics head(ui::font(Type::Table, QFont::DemiBold));
    const std::vector<KnownAttribute> known = knownAttributes(m_model->entity());
    const int sampled = qMin(m_model->rowCount(), 20);
    for (int column = 0; column < qMin(m_model->columnCount(), 200); ++column) {
        int width =
            head.horizontalAdvance(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (const KnownAttribute& attribute : known)
            if (attribute.name == m_model->info(column).attribute)
                width = qMax(width, cell.horizontalAdvance(attribute.label) + px(30));
        for (int row = 0; row < sampled; ++row)
            width = qMax(width, textWidth(cell, m_model->index(row, column)));
        m_header->resizeSection(column, qBound(px(124), width + px(24), px(widestColumn)));
    }
    m_header->place();
}

}  // namespace icp::ui
