#include "ui/stations/icp/templatecard.h"

#include "ui/models/sectionmodel.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"

#include <QListView>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

class SectionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {px(120), px(40)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& tokens = Tokens::of(option.palette);
        const bool chosen = option.state & QStyle::State_Selected;
        const QRect row = option.rect.adjusted(px(4), 1, -px(4), -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool focused = option.state & QStyle::State_HasFocus;
        if (chosen || (option.state & QStyle::State_MouseOver) || focused) {
            painter->setPen(focused ? QPen(tokens.focus, 2) : QPen(Qt::NoPen));
            painter->setBrush(chosen ? tokens.sel : tokens.surface2);
            painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), px(5), px(5));
        }
        const int size = px(18);
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(
            row.left() + px(6), row.center().y() - size / 2,
            iconPixmap(index.data(SectionModel::IconRole).toString(), tokens.ink2, size, ratio));
        const bool missing = index.data(SectionModel::MissingRole).toBool();
        const QFont countFont = ui::font(Type::Note);
        const QFont titleFont = ui::font(Type::Body, chosen ? QFont::DemiBold : QFont::Normal);
        const QString title = index.data().toString();
        QString count = index.data(SectionModel::CountTextRole).toString();
        const auto roomBeside = [&](int width) {
            return row.width() - px(6) - size - px(8) - width - px(10);
        };
        // In a narrow column "0 of 3" gives way to the title.
        if (QFontMetrics(titleFont).horizontalAdvance(title) >
            roomBeside(QFontMetrics(countFont).horizontalAdvance(count)))
            count = index.data(SectionModel::CountRole).toString();
        const int countWidth = missing ? size : QFontMetrics(countFont).horizontalAdvance(count);
        painter->setFont(countFont);
        painter->setPen(tokens.ink3);
        if (missing)
            painter->drawPixmap(row.right() - px(6) - size, row.center().y() - size / 2,
                                iconPixmap(QStringLiteral("warning"), tokens.warnInk, size, ratio));
        else
            painter->drawText(row.adjusted(0, 0, -px(6), 0), Qt::AlignRight | Qt::AlignVCenter, count);

        painter->setFont(titleFont);
        painter->setPen(tokens.ink);
        const QRect words(row.left() + px(6) + size + px(8), row.top(), roomBeside(countWidth), row.height());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(titleFont).elidedText(title, Qt::ElideRight, words.width()));
        painter->restore();
    }
};

}  // namespace

TemplateCard::TemplateCard(QWidget* parent)
    : Card(tr("Template"), parent),
      m_model(new SectionModel(this)),
      m_list(new QListView),
      m_complete(new Text(QString(), int(Type::Table))),
      m_filled(new Text(QString(), int(Type::Note), Text::Ink::Second)),
      m_bar(new QProgressBar) {
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SectionDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Sections of the template"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_complete->setWeight(QFont::DemiBold);
    m_filled->setWordWrap(true);
    m_bar->setRange(0, sectionCount);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Sections filled"));

    body()->setContentsMargins(px(2), px(8), px(2), px(12));
    body()->addWidget(m_list, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(px(12), px(8), px(12), 0);
    foot->setSpacing(px(4));
    foot->addWidget(m_complete);
    foot->addWidget(m_filled);
    foot->addWidget(m_bar);
    body()->addLayout(foot);
    const auto choose = [this](const QModelIndex& index) { Q_EMIT chosen(Section(index.row())); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
}

void TemplateCard::setIcp(const Icp& icp) {
    m_model->setIcp(icp);
    const int filled = filledSections(icp);
    const bool challenged =
        !m_model->index(int(Section::KeyChallenge)).data(SectionModel::MissingRole).toBool();
    m_complete->setText(filled == sectionCount && challenged ? tr("Complete") : tr("Not complete yet"));
    QString text = filled == sectionCount ? tr("All %1 sections filled").arg(sectionCount)
                                          : tr("%1 of %2 sections filled").arg(filled).arg(sectionCount);
    if (!challenged) text += u'\n' + tr("A key challenge is required.");
    m_filled->setText(text);
    m_bar->setValue(filled);
}

}  // namespace icp::ui
