#include "ui/stations/import/columnheader.h"

#include "core/base/text.h"
#include "ui/stations/import/previewmodel.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFontMetrics>
#include <QPainter>
#include <QToolButton>

namespace icp::ui {

namespace {

constexpr int headHeight = 90;
constexpr int choiceHeight = 28;
constexpr int readingSide = 30;
const QString leaveOut = QStringLiteral("ignore");
constexpr int attributeRole = Qt::UserRole;

}  // namespace

ColumnHeader::ColumnHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(false);
    setMinimumSectionSize(px(96));
    setMaximumSectionSize(px(420));
    connect(this, &QHeaderView::sectionResized, this, &ColumnHeader::place);
}

void ColumnHeader::setModel(QAbstractItemModel* model) {
    QHeaderView::setModel(model);
    m_preview = qobject_cast<PreviewModel*>(model);
    if (!m_preview) return;
    connect(m_preview, &QAbstractItemModel::modelReset, this, [this] {
        for (const Choice& choice : std::as_const(m_choices)) {
            choice.meaning->deleteLater();
            choice.reading->deleteLater();
        }
        m_choices.clear();
        place();
    });
}

void ColumnHeader::setEditable(bool editable, const QString& why) {
    m_editable = editable;
    m_why = why;
    for (const Choice& choice : std::as_const(m_choices)) choice.meaning->setEnabled(editable);
}

QSize ColumnHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), px(headHeight)}; }

void ColumnHeader::resizeEvent(QResizeEvent* event) {
    QHeaderView::resizeEvent(event);
    place();
}

QComboBox* ColumnHeader::makeMeaning(int section) {
    const ColumnInfo& info = m_preview->info(section);
    const Entity entity = m_preview->entity();
    const bool leftOut = m_preview->headerData(section, Qt::Horizontal, PreviewModel::LeftOutRole).toBool();
    auto* choice = new QComboBox(viewport());
    choice->setProperty("small", true);
    choice->setProperty("look", leftOut ? QStringLiteral("warn") : QString());
    choice->setFocusPolicy(Qt::StrongFocus);
    choice->setAccessibleName(tr("What “%1” means").arg(info.header));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(4);
    for (const KnownAttribute& known : knownAttributes(entity)) choice->addItem(known.label, known.name);
    // "accounts" -> "account.x_...": the name the importer gives to columns it does not know.
    const QString own = info.attribute.contains(u".x_")
                            ? info.attribute
                            : entityName(entity).chopped(entity == Entity::Usage ? 0 : 1) +
                                  QStringLiteral(".x_") + slug(info.header);
    choice->addItem(tr("As it is"), own);
    choice->addItem(tr("Left out"), leaveOut);
    const int current = choice->findData(leftOut ? leaveOut : info.attribute, attributeRole);
    choice->setCurrentIndex(current >= 0 ? current : choice->findData(own, attributeRole));
    choice->setEnabled(m_editable);
    choice->setToolTip(
        m_editable ? m_preview->headerData(section, Qt::Horizontal, PreviewModel::ReasonRole).toString()
                   : m_why);
    choice->view()->setMinimumWidth(px(220));
    connect(choice, &QComboBox::activated, this,
            [this, choice, leftOut, header = info.header, mine = info.attribute](int index) {
                const QString attribute = choice->itemData(index, attributeRole).toString();
                // What the column means stays, only its use changes: nothing has to be read again.
                if (attribute == leaveOut && !mine.isEmpty())
                    Q_EMIT useChosen(header, AttributeUse::LeftOut);
                else if (attribute == mine && leftOut)
                    Q_EMIT useChosen(header, AttributeUse::Feature);
                else if (attribute != mine)
                    Q_EMIT mappingChosen(header, attribute);
            });
    return choice;
}

ColumnHeader::Choice ColumnHeader::makeChoice(int section) {
    Choice choice{makeMeaning(section), new QToolButton(viewport())};
    choice.reading->setIcon(icon(QStringLiteral("sliders"), &Tokens::ink2));
    choice.reading->setIconSize(QSize(px(16), px(16)));
    choice.reading->setAutoRaise(true);
    choice.reading->setFocusPolicy(Qt::StrongFocus);
    choice.reading->setAccessibleName(tr("How “%1” is read").arg(m_preview->info(section).header));
    choice.reading->setToolTip(
        tr("Type, decimal mark, dates and more\n%1")
            .arg(m_preview->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString()));
    connect(choice.reading, &QToolButton::clicked, this, [this, section] {
        const QToolButton* button = reading(section);
        Q_EMIT panelWanted(section, button->mapToGlobal(QPoint(button->width(), button->height())));
    });
    return choice;
}

void ColumnHeader::place() {
    if (!m_preview || count() == 0) return;
    for (int section = 0; section < count(); ++section) {
        const int x = sectionViewportPosition(section);
        const bool visible = x + sectionSize(section) > 0 && x < viewport()->width();
        Choice choice = m_choices.value(section);
        if (!visible) {
            if (choice.meaning) choice.meaning->hide();
            if (choice.reading) choice.reading->hide();
            continue;
        }
        if (!choice.meaning) choice = *m_choices.insert(section, makeChoice(section));
        choice.meaning->setGeometry(x + px(10), px(headHeight - choiceHeight - 9),
                                    sectionSize(section) - px(20), px(choiceHeight));
        choice.reading->setGeometry(x + sectionSize(section) - px(readingSide + 6), px(24), px(readingSide),
                                    px(readingSide));
        choice.meaning->show();
        choice.reading->show();
    }
}

void ColumnHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Tokens& t = Tokens::of(QApplication::palette());
    const bool leftOut = model()->headerData(section, Qt::Horizontal, PreviewModel::LeftOutRole).toBool();
    painter->save();
    painter->fillRect(rect, leftOut ? t.warnBg : t.surface2);
    painter->setPen(t.line);
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const QFont bold = ui::font(Type::Table, QFont::DemiBold);
    const QFont note = ui::font(Type::Note);
    const int room = rect.width() - px(20);
    painter->setFont(bold);
    painter->setPen(leftOut ? t.warnInk : t.ink);
    const QString header = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    painter->drawText(rect.x() + px(10), rect.y() + px(22),
                      QFontMetrics(bold).elidedText(header, Qt::ElideRight, room));
    painter->setFont(note);
    painter->setPen(leftOut ? t.warnInk : t.ink2);
    const QString type = model()->headerData(section, Qt::Horizontal, PreviewModel::TypeRole).toString();
    int x = rect.x() + px(10);
    if (leftOut) {
        painter->drawPixmap(x, rect.y() + px(30),
                            iconPixmap(QStringLiteral("warning"), t.warnInk, px(15), devicePixelRatioF()));
        x += px(19);
    }
    const bool stale = model()->headerData(section, Qt::Horizontal, PreviewModel::StaleRole).toBool();
    painter->drawText(x, rect.y() + px(42),
                      QFontMetrics(note).elidedText(stale ? tr("%1, old").arg(type) : type, Qt::ElideRight,
                                                    rect.right() - x - px(readingSide + 8)));
    painter->restore();
}

}  // namespace icp::ui
