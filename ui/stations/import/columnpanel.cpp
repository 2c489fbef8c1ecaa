#include "ui/stations/import/columnpanel.h"

#include "ui/stations/import/columnverdict.h"
#include "ui/stations/import/words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int panelWidth = 380;

template <class Value>
void choose(QComboBox* box, const std::optional<Value>& value) {
    const int index = value ? box->findData(int(*value)) : 0;
    box->setCurrentIndex(qMax(0, index));
}

bool isNumeric(ColumnType type) {
    return type == ColumnType::Number || type == ColumnType::Money || type == ColumnType::Percent;
}

}  // namespace

ColumnPanel::ColumnPanel(const Subject& subject, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_subject(subject), m_read(primaryButton(tr("Read again"))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("columnPanel"));
    const QString& header = subject.info.header;
    setAccessibleName(tr("How “%1” is read").arg(header));
    setFixedWidth(px(panelWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(14), px(16), px(16));
    column->setSpacing(px(8));
    auto* title = new WrapText(Type::CardTitle);
    title->setText(header);
    column->addWidget(title);
    QStringList sentences = columnSentences(subject.info, subject.reason);
    if (!subject.remembered.isEmpty()) sentences << subject.remembered;
    for (const QString& sentence : sentences) {
        auto* text = new WrapText(Type::Table);
        text->setText(sentence);
        text->setInk(&Tokens::ink2);
        column->addWidget(text);
    }

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(px(12));
    form->setVerticalSpacing(px(8));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_type = addChoice(form, QStringLiteral("type"), tr("Type"));
    for (const ColumnType type :
         {ColumnType::Text, ColumnType::Category, ColumnType::Number, ColumnType::Money, ColumnType::Percent,
          ColumnType::Date, ColumnType::Boolean, ColumnType::Multi})
        m_type->addItem(typeTitle(type), int(type));
    m_decimal = addChoice(form, QStringLiteral("decimal"), tr("Decimal mark"));
    m_decimal->addItem(tr("Point: 1.5"), int('.'));
    m_decimal->addItem(tr("Comma: 1,5"), int(','));
    m_order = addChoice(form, QStringLiteral("order"), tr("Dates"));
    m_order->addItem(tr("Day first: 31.12."), 1);
    m_order->addItem(tr("Month first: 12/31"), 0);
    m_separator = addChoice(form, QStringLiteral("separator"), tr("Between values"));
    m_separator->addItem(tr("Semicolon"), int(';'));
    m_separator->addItem(tr("Bar"), int('|'));
    m_separator->addItem(tr("Comma"), int(','));
    m_separator->addItem(tr("New line"), int('\n'));
    m_missing = new QLineEdit(subject.wish.missing.join(QStringLiteral("; ")));
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setPlaceholderText(tr("such as 999; unknown"));
    m_missing->setAccessibleName(tr("Texts that mean no value, parted by semicolons"));
    m_missing->setToolTip(m_missing->accessibleName());
    form->addRow(tr("No value"), m_missing);
    column->addLayout(form);

    choose(m_type, subject.wish.type);
    choose(m_decimal, subject.wish.decimal);
    choose(m_order, subject.wish.dayFirst);
    choose(m_separator, subject.wish.separator);

    QPushButton* use = secondaryButton(subject.leftOut ? tr("Keep") : tr("Leave out"));
    use->setObjectName(QStringLiteral("useColumn"));
    use->setToolTip(subject.leftOut ? tr("Take it back into the analysis")
                                    : tr("Keep it out of the analysis; the data stay"));
    use->setEnabled(!subject.info.attribute.isEmpty());
    QPushButton* reset = linkButton(tr("As detected"));
    reset->setObjectName(QStringLiteral("resetColumn"));
    reset->setToolTip(subject.decided ? tr("Forget what was chosen for this column, now and earlier")
                                      : tr("Nothing was chosen for this column"));
    m_read->setObjectName(QStringLiteral("readAgain"));
    for (QPushButton* button : {use, m_read}) button->setProperty("small", true);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(px(8));
    actions->addWidget(use);
    actions->addWidget(reset);
    actions->addStretch(1);
    actions->addWidget(m_read);
    column->addLayout(actions);

    for (QWidget* field : std::initializer_list<QWidget*>{m_type, m_missing})
        field->setEnabled(subject.readable);
    reset->setEnabled(subject.readable && subject.decided);
    if (!subject.readable) m_read->setToolTip(subject.why);
    for (QComboBox* box : {m_type, m_decimal, m_order, m_separator})
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnPanel::refresh);
    connect(m_missing, &QLineEdit::textChanged, this, &ColumnPanel::refresh);
    connect(m_missing, &QLineEdit::returnPressed, m_read, &QPushButton::click);
    connect(m_read, &QPushButton::clicked, this, [this] {
        Q_EMIT wished(m_subject.info.header, wish());
        close();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        Q_EMIT resetWanted(m_subject.info.header);
        close();
    });
    connect(use, &QPushButton::clicked, this, [this] {
        Q_EMIT useChosen(m_subject.info.header,
                         m_subject.leftOut ? AttributeUse::Feature : AttributeUse::LeftOut);
        close();
    });
    refresh();
}

QComboBox* ColumnPanel::addChoice(QFormLayout* form, const QString& name, const QString& label) {
    auto* box = new QComboBox;
    box->setProperty("small", true);
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->addItem(tr("As detected"));
    form->addRow(label, box);
    return box;
}

ColumnWish ColumnPanel::wish() const {
    ColumnWish wish;
    const auto chosen = [](const QComboBox* box) {
        return box->isEnabled() && box->currentIndex() > 0 ? std::optional(box->currentData().toInt())
                                                           : std::nullopt;
    };
    if (const auto type = chosen(m_type)) wish.type = ColumnType(*type);
    if (const auto mark = chosen(m_decimal)) wish.decimal = char(*mark);
    if (const auto order = chosen(m_order)) wish.dayFirst = *order == 1;
    if (const auto separator = chosen(m_separator)) wish.separator = char(*separator);
    for (const QString& text : m_missing->text().split(u';', Qt::SkipEmptyParts))
        if (!text.trimmed().isEmpty()) wish.missing << text.trimmed();
    return wish;
}

/// Only what the type can use may be chosen.
void ColumnPanel::refresh() {
    const ColumnType type =
        m_type->currentIndex() > 0 ? ColumnType(m_type->currentData().toInt()) : m_subject.info.type;
    m_decimal->setEnabled(m_subject.readable && isNumeric(type));
    m_order->setEnabled(m_subject.readable && type == ColumnType::Date);
    m_separator->setEnabled(m_subject.readable && type == ColumnType::Multi);
    m_read->setEnabled(m_subject.readable && wish() != m_subject.wish);
}

void ColumnPanel::paintEvent(QPaintEvent*) {
    const Tokens& t = Tokens::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.setPen(t.ctl);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void ColumnPanel::openAt(const QPoint& corner) {
    adjustSize();
    QPoint at(corner.x() - width(), corner.y());
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(qBound(room.left(), at.x(), room.right() - width()));
        at.setY(qBound(room.top(), at.y(), room.bottom() - height()));
    }
    move(at);
    show();
    if (m_subject.readable)
        m_type->setFocus(Qt::PopupFocusReason);
    else
        findChild<QPushButton*>(QStringLiteral("useColumn"))->setFocus(Qt::PopupFocusReason);
}

}  // namespace icp::ui
