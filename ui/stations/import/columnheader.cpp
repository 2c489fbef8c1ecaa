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
#include <QStandardItemModel>
#include <QToolButton>

#include <utility>

namespace icp::ui {

namespace {

constexpr int headHeight = 90;
constexpr int choiceHeight = 28;
constexpr int readingSide = 30;
const QString leaveOut = QStringLiteral("ignore");
const QString asItIs = QStringLiteral("x");  // the name of its own that the importer gives to such a column
constexpr int attributeRole = Qt::UserRole;

/// Its list is made when it is opened, which few of them ever are.
class Meaning final : public QComboBox {
public:
    using QComboBox::QComboBox;
    void showPopup() override {
        view()->setMinimumWidth(px(220));
        QComboBox::showPopup();
    }
};

}  // namespace

ColumnHeader::ColumnHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_meanings(new QStandardItemModel(this)) {
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
        ++m_reset;
        for (auto choice = m_choices.cbegin(); choice != m_choices.cend(); ++choice) {
            if (choice.key() < count()) continue;
            choice->meaning->hide();
            choice->reading->hide();
        }
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

void ColumnHeader::showEvent(QShowEvent* event) {
    QHeaderView::showEvent(event);
    place();
}

void ColumnHeader::listMeanings() {
    if (m_listed == m_preview->entity()) return;
    m_listed = m_preview->entity();
    const auto add = [&](const QString& label, const QString& name) {
        auto* item = new QStandardItem(label);
        item->setData(name, attributeRole);
        m_meanings->appendRow(item);
    };
    m_meanings->clear();
    for (const KnownAttribute& known : knownAttributes(*m_listed)) add(known.label, known.name);
    add(tr("As it is"), asItIs);
    add(tr("Left out"), leaveOut);
}

/// "accounts" -> "account.x_...": the name the importer gives to columns it does not know.
QString ColumnHeader::ownName(int section) const {
    const ColumnInfo& info = m_preview->info(section);
    if (info.attribute.contains(u".x_")) return info.attribute;
    const Entity entity = m_preview->entity();
    return entityName(entity).chopped(entity == Entity::Usage ? 0 : 1) + QStringLiteral(".x_") +
           slug(info.header);
}

ColumnHeader::Choice ColumnHeader::makeChoice(int section) {
    Choice choice{new Meaning(viewport()), new QToolButton(viewport())};
    choice.meaning->setProperty("small", true);
    choice.meaning->setFocusPolicy(Qt::StrongFocus);
    choice.meaning->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice.meaning->setMinimumContentsLength(4);
    choice.meaning->setModel(m_meanings);
    connect(choice.meaning, &QComboBox::activated, this,
            [this, section](int item) { chosen(section, item); });
    choice.reading->setIcon(icon(QStringLiteral("sliders"), &Tokens::ink2));
    choice.reading->setIconSize(QSize(px(16), px(16)));
    choice.reading->setAutoRaise(true);
    choice.reading->setFocusPolicy(Qt::StrongFocus);
    connect(choice.reading, &QToolButton::clicked, this, [this, section] {
        const QToolButton* button = reading(section);
        Q_EMIT panelWanted(section, button->mapToGlobal(QPoint(button->width(), button->height())));
    });
    return choice;
}

void ColumnHeader::fill(const Choice& choice, int section) {
    listMeanings();
    const ColumnInfo& info = m_preview->info(section);
    const auto told = [&](int role) { return m_preview->headerData(section, Qt::Horizontal, role); };
    const bool leftOut = told(PreviewModel::LeftOutRole).toBool();
    const QString look = leftOut ? QStringLiteral("warn") : QString();
    if (choice.meaning->property("look").toString() != look) {
        choice.meaning->setProperty("look", look);
        choice.meaning->update();
    }
    choice.meaning->setAccessibleName(tr("What “%1” means").arg(info.header));
    const int current = choice.meaning->findData(leftOut ? leaveOut : info.attribute, attributeRole);
    choice.meaning->setCurrentIndex(current >= 0 ? current : choice.meaning->findData(asItIs, attributeRole));
    choice.meaning->setEnabled(m_editable);
    choice.meaning->setToolTip(m_editable ? told(PreviewModel::ReasonRole).toString() : m_why);
    choice.reading->setAccessibleName(tr("How “%1” is read").arg(info.header));
    choice.reading->setToolTip(
        tr("Type, decimal mark, dates and more\n%1").arg(told(Qt::ToolTipRole).toString()));
}

void ColumnHeader::chosen(int section, int item) {
    const QString header = m_preview->info(section).header;
    const QString mine = m_preview->info(section).attribute;
    const bool leftOut = m_preview->headerData(section, Qt::Horizontal, PreviewModel::LeftOutRole).toBool();
    QString attribute = m_meanings->item(item)->data(attributeRole).toString();
    if (attribute == asItIs) attribute = ownName(section);
    // What the column means stays, only its use changes: nothing has to be read again.
    if (attribute == leaveOut && !mine.isEmpty())
        Q_EMIT useChosen(header, AttributeUse::LeftOut);
    else if (attribute == mine && leftOut)
        Q_EMIT useChosen(header, AttributeUse::Feature);
    else if (attribute != mine)
        Q_EMIT mappingChosen(header, attribute);
}

void ColumnHeader::place() {
    if (!m_preview || count() == 0 || !isVisible()) return;
    for (int section = 0; section < count(); ++section) {
        const int x = sectionViewportPosition(section);
        const bool visible = x + sectionSize(section) > 0 && x < viewport()->width();
        auto found = m_choices.find(section);
        if (!visible) {
            if (found == m_choices.end()) continue;
            found->meaning->hide();
            found->reading->hide();
            continue;
        }
        if (found == m_choices.end()) found = m_choices.insert(section, makeChoice(section));
        if (std::exchange(found->reset, m_reset) != m_reset) fill(*found, section);
        found->meaning->setGeometry(x + px(10), px(headHeight - choiceHeight - 9),
                                    sectionSize(section) - px(20), px(choiceHeight));
        found->reading->setGeometry(x + sectionSize(section) - px(readingSide + 6), px(24), px(readingSide),
                                    px(readingSide));
        found->meaning->show();
        found->reading->show();
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
    painter->drawText(
        x, rect.y() + px(42),
        QFontMetrics(note).elidedText(type, Qt::ElideRight, rect.right() - x - px(readingSide + 8)));
    painter->restore();
}

}  // namespace icp::ui
