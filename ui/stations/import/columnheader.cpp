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

namespace icp::ui {

namespace {

constexpr int headHeight = 90;
constexpr int choiceHeight = 28;
const QString leaveOut = QStringLiteral("ignore");
// What an item of a choice stands for: an attribute's name as text, or a type as number.
constexpr int meaning = Qt::UserRole;

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
        for (QComboBox* choice : std::as_const(m_choices)) choice->deleteLater();
        m_choices.clear();
        place();
    });
}

void ColumnHeader::setEditable(bool editable, const QString& why) {
    m_editable = editable;
    m_why = why;
    for (QComboBox* choice : std::as_const(m_choices)) choice->setEnabled(editable);
}

QSize ColumnHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), px(headHeight)}; }

void ColumnHeader::resizeEvent(QResizeEvent* event) {
    QHeaderView::resizeEvent(event);
    place();
}

QComboBox* ColumnHeader::makeChoice(int section) {
    const ColumnInfo& info = m_preview->info(section);
    const Entity entity = m_preview->entity();
    auto* choice = new QComboBox(viewport());
    choice->setProperty("small", true);
    choice->setProperty("look",
                        m_preview->headerData(section, Qt::Horizontal, PreviewModel::LeftOutRole).toBool()
                            ? QStringLiteral("warn")
                            : QString());
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
    choice->insertSeparator(choice->count());
    for (const ColumnType type :
         {ColumnType::Text, ColumnType::Category, ColumnType::Number, ColumnType::Money, ColumnType::Percent,
          ColumnType::Date, ColumnType::Boolean, ColumnType::Multi})
        if (type != info.type) choice->addItem(tr("Read as: %1").arg(typeTitle(type)), int(type));
    const bool leftOut = m_preview->headerData(section, Qt::Horizontal, PreviewModel::LeftOutRole).toBool();
    const int current = choice->findData(leftOut ? leaveOut : info.attribute, meaning);
    choice->setCurrentIndex(current >= 0 ? current : choice->findData(own, meaning));
    choice->setEnabled(m_editable);
    choice->setToolTip(
        m_editable ? m_preview->headerData(section, Qt::Horizontal, PreviewModel::ReasonRole).toString()
                   : m_why);
    choice->view()->setMinimumWidth(px(220));
    connect(choice, &QComboBox::activated, this, [this, choice, header = info.header](int index) {
        const QVariant value = choice->itemData(index, meaning);
        if (value.typeId() == QMetaType::Int)
            Q_EMIT typeChosen(header, ColumnType(value.toInt()));
        else
            Q_EMIT mappingChosen(header, value.toString());
    });
    return choice;
}

void ColumnHeader::place() {
    if (!m_preview || count() == 0) return;
    for (int section = 0; section < count(); ++section) {
        const int x = sectionViewportPosition(section);
        const bool visible = x + sectionSize(section) > 0 && x < viewport()->width();
        QComboBox* choice = m_choices.value(section);
        if (!visible) {
            if (choice) choice->hide();
            continue;
        }
        if (!choice) choice = *m_choices.insert(section, makeChoice(section));
        choice->setGeometry(x + px(10), px(headHeight - choiceHeight - 9), sectionSize(section) - px(20),
                            px(choiceHeight));
        choice->show();
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
    painter->drawText(x, rect.y() + px(42), type);
    painter->restore();
}

}  // namespace icp::ui
