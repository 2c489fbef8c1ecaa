#include "ui/stations/icp/stretchcard.h"

#include "ui/models/stretchwords.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/scroll.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace icp::ui {

namespace {

Text* wrapping(const QString& words, Type type, Text::Ink ink) {
    auto* text = new Text(words, int(type), ink);
    text->setWordWrap(true);
    return text;
}

QString verdictTitle(StretchVerdict verdict) {
    switch (verdict) {
        case StretchVerdict::Promote:
            return StretchCard::tr("Take them in?");
        case StretchVerdict::Demote:
            return StretchCard::tr("Let them go?");
        case StretchVerdict::TooLittle:
            return StretchCard::tr("Too little data");
        case StretchVerdict::NoGap:
        case StretchVerdict::Unclear:
        case StretchVerdict::Leaves:
            return StretchCard::tr("Stretch");
    }
    return {};
}

Badge::Tone toneOf(StretchVerdict verdict) {
    return verdict == StretchVerdict::Promote  ? Badge::Tone::Ok
           : verdict == StretchVerdict::Demote ? Badge::Tone::Warn
                                               : Badge::Tone::Grey;
}

}  // namespace

StretchCard::StretchCard(QWidget* parent)
    : Card(tr("How each fit did"), parent),
      m_why(wrapping(QString(), Type::Body, Text::Ink::Second)),
      m_rows(new TextRows({}, 1, this)),
      m_table(new PlainTable(m_rows, tr("Outcomes by fit"))),
      m_method(wrapping(stretchMethod(), Type::Note, Text::Ink::Third)) {
    m_why->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* page = new QWidget;
    m_page = new QVBoxLayout(page);
    m_page->setContentsMargins(0, 0, px(6), 0);
    m_page->setSpacing(px(8));
    m_page->addWidget(
        wrapping(tr("Choose a company to see why it fits, what it would cost to let it in and who is "
                    "most like it."),
                 Type::Note, Text::Ink::Second));
    m_page->addWidget(m_table);
    m_page->addWidget(m_method);
    m_page->addStretch(1);
    m_content = scrolled(page);
    body()->addWidget(m_why);
    body()->addWidget(m_content, 1);
    showNothing({});
}

void StretchCard::showNothing(const QString& why) {
    m_why->setText(why);
    m_why->show();
    m_content->hide();
}

void StretchCard::show(const StretchOutcomes& outcomes, const Icp& icp, const Dataset& dataset) {
    m_why->hide();
    m_content->show();
    m_rows->setHeader(stretchHeader(outcomes));
    m_table->setShares(outcomes.aboutRetention ? std::vector<int>{30, 40, 30}
                                               : std::vector<int>{20, 28, 24, 28});
    std::vector<TextRows::Row> rows = stretchRows(outcomes);
    m_table->showWhole(int(rows.size()));
    m_rows->setRows(std::move(rows));
    if (m_groups) {  // what is accepted in it shows the card anew
        m_groups->hide();
        m_groups->deleteLater();
    }
    m_groups = new QWidget;
    auto* groups = new QVBoxLayout(m_groups);
    groups->setContentsMargins(0, 0, 0, 0);
    groups->setSpacing(px(8));
    m_page->insertWidget(2, m_groups);
    if (outcomes.groups.empty())
        groups->addWidget(wrapping(tr("Nobody is a stretch for one reason alone that is known."), Type::Table,
                                   Text::Ink::Second));
    for (const StretchGroup& group : outcomes.groups) addGroup(group, outcomes, icp, dataset);
}

void StretchCard::addGroup(const StretchGroup& group, const StretchOutcomes& outcomes, const Icp& icp,
                           const Dataset& dataset) {
    auto* layout = m_groups->layout();
    auto* title = wrapping(groupTitle(group, icp, dataset), Type::Body, Text::Ink::Normal);
    title->setWeight(QFont::DemiBold);
    auto* badge = new Badge(verdictTitle(group.verdict));
    badge->setTone(toneOf(group.verdict));
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(title, 1);
    line->addWidget(badge, 0, Qt::AlignTop);
    layout->addWidget(head);
    layout->addWidget(wrapping(groupWords(group, outcomes), Type::Table, Text::Ink::Second));
    const QString proposal = proposalWords(group, icp, dataset);
    if (proposal.isEmpty()) return;
    layout->addWidget(wrapping(proposal, Type::Table, Text::Ink::Normal));
    if (!afterVerdict(icp, group, dataset)) return;
    const bool promote = group.verdict == StretchVerdict::Promote;
    auto* accept =
        secondaryButton(promote ? tr("Promote to ideal") : tr("Demote to bad"), QStringLiteral("check"));
    accept->setProperty("small", true);
    accept->setToolTip(tr("Changes the criteria; can be undone"));
    layout->addWidget(accept);
    layout->setAlignment(accept, Qt::AlignLeft);
    connect(accept, &QPushButton::clicked, this, [this, group] { Q_EMIT accepted(group); });
}

}  // namespace icp::ui
