#include "ui/stations/segments/exclusionscard.h"

#include "core/base/shown.h"
#include "ui/charts/ratebar.h"
#include "ui/charts/standing.h"
#include "ui/charts/words.h"
#include "ui/models/segmenttable.h"
#include "ui/stations/adopt.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/wraptext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

constexpr int mostUntested = 8;

/// A hatched square: the sign of levels that were hardly tried.
class Hatch : public QWidget {
public:
    Hatch() { setFixedSize(px(18), px(18)); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Tokens& tokens = Tokens::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), standingBrush(Standing::Untested, tokens));
        painter.setPen(tokens.hatch);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

QWidget* hairline() {
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

Text* note(const QString& text) {
    auto* label = new Text(unbroken(text), int(Type::Table), Text::Ink::Second);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

Text* warning(const QString& text) {
    Text* label = note(text);
    label->setInk(Text::Ink::Warn);
    return label;
}

}  // namespace

QString untestedLevels(const Findings& findings) {
    const Words words(findings.study);
    QStringList names;
    const AttributeProfile* named = nullptr;
    int listed = 0;
    int more = 0;
    for (const AttributeProfile& attribute : findings.attributes) {
        if (!attribute.leak.isEmpty()) continue;
        for (const Level& level : attribute.levels) {
            if (level.unknown || level.status != LevelStatus::Untested) continue;
            if (listed == mostUntested) {
                ++more;
                continue;
            }
            // One attribute's levels stand together behind its name.
            const bool first = &attribute != named;
            named = &attribute;
            const QString count = names.isEmpty() ? words.counted(level.rate.n) : countText(level.rate.n);
            const QString item = QStringLiteral("%1 (%2)").arg(level.label.simplified(), count);
            if (first)
                names << ExclusionsCard::tr("%1: %2", "attribute: level").arg(attribute.label, item);
            else
                names.back() += QStringLiteral(", ") + item;
            ++listed;
        }
    }
    const QString list = names.join(QStringLiteral("; "));
    return more > 0 ? ExclusionsCard::tr("%1 and %2 more").arg(list).arg(more) : list;
}

ExclusionsCard::ExclusionsCard(QWidget* parent)
    : Card(tr("Consider excluding"), parent), m_scroll(new QScrollArea) {
    body()->setContentsMargins(1, 0, 1, px(8));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    body()->addWidget(m_scroll, 1);
}

void ExclusionsCard::setFindings(const Findings& findings, double maximum, bool complete) {
    m_findings = findings;
    m_rows.clear();
    setNote(tr("average %1").arg(percentText(findings.discovery.rate)));
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const Exclusion& exclusion : m_findings.exclusions) {
        m_rows.push_back(row(exclusion, maximum));
        column->addWidget(m_rows.back());
        column->addWidget(hairline());
    }
    if (m_findings.exclusions.empty()) {
        Text* text = note(!complete                     ? tr("Looking…")
                          : findings.mode == Mode::Full ? tr("Nothing lies clearly below average.")
                                                        : tr("Too little data to say so of anything."));
        text->setContentsMargins(px(16), px(12), px(16), px(12));
        column->addWidget(text);
        column->addWidget(hairline());
    }
    if (QWidget* leads = saved()) {
        column->addWidget(leads);
        column->addWidget(hairline());
    }
    if (QWidget* thin = untested()) column->addWidget(thin);
    column->addStretch(1);
    m_scroll->setWidget(page);  // deletes the old one
    page->setAutoFillBackground(false);
}

const Exclusion* ExclusionsCard::current() const {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->isAncestorOf(window()->focusWidget())) return &m_findings.exclusions[i];
    }
    return m_findings.exclusions.empty() ? nullptr : &m_findings.exclusions.front();
}

QWidget* ExclusionsCard::row(const Exclusion& exclusion, double maximum) {
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(4));
    auto* name = new Text(unbroken(exclusionName(exclusion)), int(Type::Body));
    name->setWeight(QFont::DemiBold);
    name->setWordWrap(true);
    column->addWidget(name);

    const Words words(m_findings.study);
    auto* bar = new RateBar;
    const Rate& searched = exclusion.rate;
    bar->setRate(searched, m_findings.discovery.rate, maximum,
                 QStringLiteral("%1, %2").arg(percentText(searched.rate), words.range(searched)));
    column->addWidget(bar);
    const ExclusionNumbers numbers = exclusionNumbers(exclusion, m_findings);
    Text* record = note(numbers.record);
    record->setToolTip(checkMeaning(exclusion.verdict, false, m_findings.study));
    column->addWidget(record);
    const AttributeProfile* attribute = m_findings.find(exclusion.condition.attribute);
    if (attribute != nullptr && !attribute->caution.isEmpty()) column->addWidget(warning(attribute->caution));
    column->addWidget(note(numbers.cost));

    if (exclusion.entity == Entity::Deal) {
        column->addWidget(note(dealsOnly()));
        return widget;
    }
    QPushButton* button = secondaryButton(tr("Exclude"), QStringLiteral("ban"));
    button->setProperty("small", true);
    button->setToolTip(tr("Exclude “%1” (X)").arg(exclusionName(exclusion)));
    button->setAccessibleName(tr("Exclude %1").arg(exclusionName(exclusion)));
    connect(button, &QPushButton::clicked, this, [this, exclusion] { Q_EMIT excludeRequested(exclusion); });
    column->addSpacing(px(4));
    column->addWidget(button, 0, Qt::AlignLeft);
    return widget;
}

QWidget* ExclusionsCard::saved() const {
    const LeadsSaved& leads = m_findings.saved;
    if (m_findings.exclusions.empty() || leads.saved == 0) return nullptr;
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(4));
    auto* title =
        new Text(tr("Leads saved: %1 of all tries").arg(percentText(leads.savedShare())), int(Type::Body));
    title->setWeight(QFont::DemiBold);
    title->setWordWrap(true);
    column->addWidget(title);
    QString text = tr("Had all of these been left alone: %1 of %2 tries saved, %3 of %4 wins lost (%5).")
                       .arg(countText(leads.saved), countText(leads.tries), countText(leads.winsLost),
                            countText(leads.wins), percentText(leads.lostShare()));
    if (leads.openSaved > 0)
        text += u' ' + tr("%1 of %2 open deals are of this kind now.")
                           .arg(countText(leads.openSaved), countText(leads.open));
    column->addWidget(note(text));
    return widget;
}

QWidget* ExclusionsCard::untested() const {
    const QString levels = untestedLevels(m_findings);
    if (levels.isEmpty()) return nullptr;
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(6));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    head->addWidget(new Hatch);
    auto* title = new Text(tr("Untested, not bad"), int(Type::Body));
    title->setWeight(QFont::DemiBold);
    head->addWidget(title, 1);
    column->addLayout(head);
    column->addWidget(note(tr("%1. Too few to decide.").arg(levels)));
    return widget;
}

}  // namespace icp::ui
