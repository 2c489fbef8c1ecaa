#include "core/workshop/counterproposal.h"
#include "core/workshop/workshop.h"
#include "ui/document/document.h"
#include "ui/stations/icp/criterialist.h"
#include "ui/stations/icp/effectcard.h"
#include "ui/stations/icp/exemplarcard.h"
#include "ui/stations/icp/fitpage.h"
#include "ui/stations/icp/icpstation.h"
#include "ui/stations/icp/icptabs.h"
#include "ui/stations/icp/implicationspage.h"
#include "ui/stations/icp/leadspage.h"
#include "ui/stations/icp/overlappage.h"
#include "ui/stations/icp/peoplebox.h"
#include "ui/stations/icp/prioritiespage.h"
#include "ui/stations/icp/sentencecard.h"
#include "ui/stations/icp/templatecard.h"
#include "ui/stations/icp/versionspage.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroll.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace icp::ui {

void IcpStation::buildHeader() {
    m_undo = iconButton(QStringLiteral("undo"), tr("Undo"));
    m_redo = iconButton(QStringLiteral("redo"), tr("Redo"));
    m_view = new SegmentedSwitch({tr("Profile"), tr("Priorities"), tr("Companies"), tr("Overlap"),
                                  tr("Versions"), tr("Implications")});
    m_view->setAccessibleName(tr("View of the profile"));
    m_next = primaryButton(QString());
    addTool(m_undo);
    addTool(m_redo);
    addTool(m_view);
    addTool(m_next);
    connect(m_undo, &QToolButton::clicked, this, &IcpStation::undo);
    connect(m_redo, &QToolButton::clicked, this, &IcpStation::redo);
    connect(m_next, &QPushButton::clicked, this, &IcpStation::goOn);
    connect(m_view, &SegmentedSwitch::currentChanged, this, [this](int view) {
        m_pages->setCurrentIndex(view);
        refreshView();
    });
}

void IcpStation::buildPage() {
    m_tabs = new IcpTabs;
    auto* addButton = linkButton(tr("New ICP"), QStringLiteral("plus"));
    addButton->setToolTip(tr("Start another ideal customer profile"));
    auto* tabRow = new QHBoxLayout;
    tabRow->setSpacing(px(8));
    tabRow->addWidget(m_tabs);
    tabRow->addWidget(addButton);
    m_shared = new Text(QString(), int(Type::Table), Text::Ink::Second);
    m_shared->setWordWrap(true);
    m_shared->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_shared->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    tabRow->addWidget(m_shared, 1);
    content()->addLayout(tabRow);

    m_priorities = new PrioritiesPage;
    m_fit = new FitPage;
    m_leads = new LeadsPage;
    m_overlap = new OverlapPage;
    m_versions = new VersionsPage;
    m_implications = new ImplicationsPage;
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildProfile());
    m_pages->addWidget(m_priorities);
    m_pages->addWidget(m_fit);
    m_pages->addWidget(m_overlap);
    m_pages->addWidget(m_versions);
    m_pages->addWidget(m_implications);
    m_pages->addWidget(m_leads);
    content()->addWidget(m_pages, 1);
    connect(m_implications, &ImplicationsPage::removed, this,
            [this](const QString& words) { offerUndo(tr("“%1” is removed.").arg(words)); });
    connect(m_priorities, &PrioritiesPage::done, this, &IcpStation::offerUndo);
    connect(m_versions, &VersionsPage::removed, this,
            [this](const QString& words) { offerUndo(tr("“%1” is removed.").arg(words)); });
    connect(m_fit, &FitPage::leadsAsked, this, [this] { showLeads(true); });
    connect(m_leads, &LeadsPage::backAsked, this, [this] { showLeads(false); });
    connect(m_leads, &LeadsPage::saveAsked, this, &IcpStation::saveLeads);
    connect(m_leads, &LeadsPage::failed, this,
            [this](const Error& error) { messages()->showMessage(MessageBar::Kind::Error, error.message); });
    connect(m_fit, &FitPage::searchAsked, this, &IcpStation::exportSearch);
    connect(m_fit, &FitPage::backlogged, this, [this](const QString& company) {
        messages()->showMessage(MessageBar::Kind::Info, tr("“%1” is on the research backlog.").arg(company));
        messages()->addAction(tr("Show it"), [this] {
            messages()->clear();
            show(Implications);
            m_implications->show(ImplicationsPage::Research);
        });
    });
    connect(m_versions, &VersionsPage::voteAsked, this, [this] {
        show(Profile);
        m_effect->startVote();
    });
    connect(m_versions, &VersionsPage::sealAsked, this, [this] { Q_EMIT goTo(Id::Segments); });
    connect(m_overlap, &OverlapPage::summarized, m_shared, &QLabel::setText);
    connect(m_fit, &FitPage::criterionAsked, this, [this](const Criterion& criterion) {
        if (document() && document()->addCriterion(criterion))
            offerUndo(tr("“%1” is added.").arg(criterion.text));
    });

    connect(m_fit, &FitPage::verdictAccepted, this, [this](const Icp& icp, StretchVerdict verdict) {
        const bool promoted = verdict == StretchVerdict::Promote;
        if (document() &&
            document()->editIcp(icp, promoted ? tr("Promote a stretch") : tr("Demote a stretch")))
            offerUndo(promoted ? tr("The stretch is promoted: the criteria take it in.")
                               : tr("The stretch is demoted: the criteria keep it out."));
    });

    connect(addButton, &QPushButton::clicked, this, &IcpStation::addIcp);
    connect(m_tabs, &IcpTabs::chosen, this, [this](const QString& id) {
        if (document()) document()->setCurrentIcp(id);
    });
    connect(m_tabs, &IcpTabs::renamed, this, [this](const QString& id, const QString& name) {
        const Icp* icp = document()->workshop().icp(id);
        if (!icp || icp->name == name) return;
        Icp renamed = *icp;
        renamed.name = name;
        store(renamed, tr("Rename ICP"));
    });
    connect(m_tabs, &IcpTabs::removeAsked, this, &IcpStation::removeIcp);
}

QWidget* IcpStation::buildProfile() {
    m_template = new TemplateCard;
    m_sentence = new SentenceCard;
    m_draft = secondaryButton(tr("Draft from the findings"), QStringLiteral("bolt"));
    m_draft->setToolTip(
        tr("Makes criteria of the strongest patterns and exclusions, of all deals, the sealed ones too; you "
           "change what you like"));
    m_sentence->addWidget(m_draft);
    m_criteria = new CriteriaList;
    m_people = new PeopleBox;
    m_exemplar = new ExemplarCard;
    auto* written = new QWidget;
    auto* below = new QVBoxLayout(written);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(px(12));
    below->addWidget(m_criteria);
    below->addWidget(m_people);
    below->addWidget(m_exemplar);
    below->addStretch(1);
    m_scroll = scrolled(written);
    m_criteria->setAutoFillBackground(false);
    m_effect = new EffectCard;

    auto* middleColumn = new QWidget;
    auto* middle = new QVBoxLayout(middleColumn);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(px(12));
    middle->addWidget(m_sentence);
    middle->addWidget(m_scroll, 1);
    m_columns = new Columns(QStringLiteral("icp"));
    m_columns->addWidget(m_template);
    m_columns->addWidget(middleColumn);
    m_columns->addWidget(m_effect);
    connect(m_template, &TemplateCard::chosen, m_criteria, qOverload<Section>(&CriteriaList::reveal));
    connect(m_sentence, &SentenceCard::edited, this, [this](const QString& sentence) {
        Icp icp = shown();
        icp.sentence = sentence;
        store(icp, tr("Write the sentence"));
    });
    connect(m_sentence, &SentenceCard::baselineChosen, this, [this](const QString& department) {
        store(withBaseline(shown(), department), tr("Say whose baseline it is"));
    });
    connect(m_draft, &QPushButton::clicked, this, &IcpStation::draft);
    connect(m_criteria, &CriteriaList::edited, this, &IcpStation::store);
    connect(m_criteria, &CriteriaList::previewed, this, [this](const std::optional<Icp>& icp) {
        if (!document() || (!icp && !m_preview)) return;
        m_preview = icp;
        document()->previewIcp(icp);
    });
    connect(m_criteria, &CriteriaList::removed, this,
            [this](const QString& words) { offerUndo(tr("“%1” is removed.").arg(words)); });
    connect(m_criteria, &CriteriaList::adopted, this, [this](const QString& words) {
        offerUndo(tr("“%1” is adopted. What stood there stays as the counter-proposal.").arg(words));
    });
    connect(m_criteria, &CriteriaList::actionAsked, this, [this](const QString& criterion) {
        show(Implications);
        m_implications->startAction(criterion);
    });
    connect(m_criteria, &CriteriaList::needsVisible, this, [this](QWidget* widget) {
        // The layout must know the new place first.
        QTimer::singleShot(0, widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, px(40)); });
    });
    connect(m_effect, &EffectCard::voted, this, &IcpStation::vote);
    connect(m_people, &PeopleBox::edited, messages(), &MessageBar::clear);
    connect(m_people, &PeopleBox::removed, this,
            [this](const QString& name) { offerUndo(tr("“%1” is removed.").arg(name)); });
    connect(m_effect, &EffectCard::marketEdited, this,
            [this](const Market& market, std::optional<qint64> inside) {
                Icp icp = shown();
                icp.market = market;
                icp.marketInside = inside;
                store(icp, tr("Enter the market size"));
            });
    return m_columns;
}

}  // namespace icp::ui
