#include "ui/stations/icp/leadspage.h"

#include "core/base/shown.h"
#include "core/deck/sheet.h"
#include "core/deck/writers.h"
#include "core/import/leads.h"
#include "core/workshop/unanswered.h"
#include "ui/document/document.h"
#include "ui/models/fitlist.h"
#include "ui/models/fitreasons.h"
#include "ui/models/titletable.h"
#include "ui/stations/fitbadge.h"
#include "ui/stations/icp/criteriatable.h"
#include "ui/stations/plaintable.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroll.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace icp::ui {

namespace {

constexpr int sideWidth = 430;
constexpr int mostCriteria = 7;  // shown at once
constexpr std::array fits{Fit::Ideal, Fit::Stretch, Fit::Bad};

Text* wrapping(Type type, Text::Ink ink) {
    auto* text = new Text(QString(), int(type), ink);
    text->setWordWrap(true);
    return text;
}

}  // namespace

/// What a list is scored by, and as what it is read.
struct LeadsPage::Profile {
    Icp icp;
    std::vector<Persona> panel;
    std::vector<FitDecision> decisions;
    std::shared_ptr<const Dataset> known;
    bool hideNames = false;
};

LeadsPage::LeadsPage(QWidget* parent)
    : QWidget(parent),
      m_askFiles([](QWidget* window, const QString& title) {
          return QFileDialog::getOpenFileNames(
              window, title, QString(), tr("Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"));
      }),
      m_model(new FitListModel(this)),
      m_table(new PlainTable(m_model, tr("Companies to sell to"))),
      m_fits(new SegmentedSwitch(
          {fitTitle(Fit::Ideal), fitTitle(Fit::Stretch), fitTitle(Fit::Bad), tr("All")})) {
    auto* columns = new Columns(QStringLiteral("leads"));
    columns->addWidget(buildList());
    columns->addWidget(buildCompany());
    columns->setWidths({0, sideWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(columns);
    showList();
}

QWidget* LeadsPage::buildList() {
    m_list = new Card(tr("A list to sell to"));
    auto* back = linkButton(tr("Back to the customers"), QStringLiteral("left"));
    m_contacts = linkButton(tr("Add contacts"), QStringLiteral("personas"));
    m_contacts->setToolTip(tr("A list of people at these companies: tells whom of the panel you know there"));
    m_save = secondaryButton(tr("Save scored"), QStringLiteral("export"));
    m_save->setProperty("small", true);
    m_save->setToolTip(
        tr("The list with the headers it had, best first, and what was found beside it: fit, "
           "score, why, tier and whom you know there"));
    m_list->addTool(back);
    m_list->addTool(m_contacts);
    m_list->addTool(m_save);

    auto* nothing = new EmptyState(
        QStringLiteral("table"), tr("Which companies are worth a call?"),
        tr("Choose a list of companies, as your CRM exports it or an agency sends it. Each gets its fit and "
           "the reasons. The workshop stays as it is."));
    nothing->addPrimary(tr("Choose a list"), QStringLiteral("file"), [this] { chooseList(); });
    m_fits->setAccessibleName(tr("Fit shown"));
    m_fits->setToolTip(fitRule());
    m_fits->setCurrent(int(fits.size()));
    auto* find = searchField(tr("Find a company"));
    find->setObjectName(QStringLiteral("find"));
    auto* other = linkButton(tr("Another list"), QStringLiteral("file"));
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(12));
    tools->addWidget(m_fits);
    tools->addWidget(find, 1);
    tools->addWidget(other);
    m_note = wrapping(Type::Note, Text::Ink::Second);
    m_table->setShares({30, 12, 12, 0, 46});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnHidden(FitListModel::Value, true);
    m_table->horizontalHeader()->setStyleSheet(QString());  // its arrows are wanted here
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setSortIndicator(FitListModel::FitColumn, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    auto* page = new QWidget;
    auto* below = new QVBoxLayout(page);
    below->setContentsMargins(0, 0, 0, 0);
    below->addLayout(tools);
    below->addWidget(m_note);
    below->addWidget(m_table, 1);
    m_pages = new QStackedWidget;
    m_pages->addWidget(nothing);
    m_pages->addWidget(page);
    m_list->body()->addWidget(m_pages, 1);
    m_model->setWhich(FitListModel::Which::Everybody);

    connect(back, &QPushButton::clicked, this, &LeadsPage::backAsked);
    connect(other, &QPushButton::clicked, this, &LeadsPage::chooseList);
    connect(m_contacts, &QPushButton::clicked, this, &LeadsPage::chooseContacts);
    connect(m_save, &QPushButton::clicked, this, &LeadsPage::saveAsked);
    connect(m_fits, &SegmentedSwitch::currentChanged, this, [this](int index) {
        m_model->setFit(index < int(fits.size()) ? std::optional(fits[std::size_t(index)]) : std::nullopt);
        showCompany();
    });
    connect(find, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text);
        showCompany();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LeadsPage::showCompany);
    return m_list;
}

QWidget* LeadsPage::buildCompany() {
    m_company = new Card(tr("Company"));
    m_nobody = wrapping(Type::Body, Text::Ink::Second);
    m_nobody->setText(tr("Choose a company to see why it fits, and whom you know there."));
    m_nobody->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_fit = new Badge;
    m_said = wrapping(Type::Table, Text::Ink::Second);
    m_criteria = new CriteriaTable({}, {70, 30}, mostCriteria);
    m_panel = wrapping(Type::Table, Text::Ink::Second);
    m_panel->setTextFormat(Qt::RichText);
    auto* top = new QHBoxLayout;
    top->addWidget(m_said, 1);
    top->addWidget(m_fit, 0, Qt::AlignTop);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, px(6), 0);
    layout->setSpacing(px(8));
    layout->addLayout(top);
    layout->addWidget(m_criteria);
    layout->addWidget(m_panel);
    layout->addStretch(1);
    m_about = scrolled(page);
    m_company->body()->addWidget(m_nobody);
    m_company->body()->addWidget(m_about, 1);
    return m_company;
}

void LeadsPage::setDocument(Document* document) {
    m_reading.cancel();
    m_scoring.cancel();
    m_document = document;
    m_companies.clear();
    m_people.clear();
    m_leads.reset();
    m_scored.reset();
    if (document) document->include(m_reading, tr("Reading the list"));
    showList();
}

void LeadsPage::waitForIdle() {
    m_reading.wait();
    m_scoring.wait();
}

void LeadsPage::chooseList() {
    if (!m_document || !m_document->currentIcp()) return;
    const QStringList files = m_askFiles(this, tr("Choose a list of companies"));
    if (!files.isEmpty()) read(files, {});
}

void LeadsPage::chooseContacts() {
    if (!m_document || m_companies.isEmpty()) return;
    const QStringList files = m_askFiles(this, tr("Choose a list of people at these companies"));
    if (!files.isEmpty()) read(m_companies, files);
}

LeadsPage::Profile LeadsPage::profile() const {
    const Workshop& workshop = m_document->workshop();
    const Icp& icp = *m_document->currentIcp();
    return {icp, workshop.personasOf(icp.id), workshop.fits, m_document->sharedDataset(),
            workshop.settings.hideNames};
}

/// What was there before stays until the new list is read, and if it cannot be.
void LeadsPage::read(const QStringList& companies, const QStringList& contacts) {
    ImportRequest request;
    for (const QString& path : companies) request.files.push_back({path});
    for (const QString& path : contacts) {
        request.files.push_back({path});
        request.files.back().role = Entity::Contact;
    }
    request.decisions = decisionsOnCells(m_document->workshop().decisions);
    m_reading.start([this, request, companies, contacts, known = m_document->sharedDataset()](
                        const Job& job, const Background::Deliver& deliver) {
        const auto leads = importLeads(request, *known, job);
        if (leads)
            deliver([this, companies, contacts, read = *leads] {
                m_companies = companies;
                m_people = contacts;
                m_leads = read;
                refresh();
            });
        else if (leads.error().code != ErrorCode::Cancelled)
            deliver([this, error = leads.error()] { Q_EMIT failed(error); });
    });
}

/// Beside, because it goes over the whole list.
void LeadsPage::refresh() {
    m_scoring.cancel();
    if (!m_document || !m_document->currentIcp() || !m_leads) {
        m_scored.reset();
        showList();
        return;
    }
    m_scoring.start(
        [this, by = profile(), leads = m_leads](const Job& job, const Background::Deliver& deliver) {
            auto scored = score(by, leads);
            if (job.cancelled()) return;
            deliver([this, scored] {
                const QModelIndexList rows = m_table->selectionModel()->selectedRows();
                const bool same = m_scored && m_scored->leads == scored->leads && !rows.isEmpty();
                const std::uint32_t chosen = same ? m_model->account(rows.front().row()) : 0;
                m_scored = scored;
                showList();
                if (const int row = same ? m_model->rowOf(chosen) : 0; row >= 0 && m_model->rowCount() > row)
                    m_table->selectRow(row);
            });
        });
}

std::shared_ptr<LeadsPage::Scored> LeadsPage::score(const Profile& profile,
                                                    std::shared_ptr<const Dataset> leads) {
    auto scored = std::make_shared<Scored>();
    scored->leads = std::move(leads);
    scored->icp = profile.icp;
    scored->panel = profile.panel;
    scored->model = std::make_unique<FitModel>(*scored->leads);
    scored->model->setByHand(handFits(profile.decisions, profile.icp.id, *scored->leads));
    scored->model->evaluate(profile.icp);
    scored->contacts = contactsOf(*scored->leads, profile.panel);
    scored->facts = std::make_shared<const AccountFacts>(scored->leads, profile.hideNames);
    scored->unanswered = unanswered(profile.icp, *scored->leads, *profile.known);
    scored->judged = !answersNothing(profile.icp, *scored->leads);
    return scored;
}

void LeadsPage::showList() {
    m_pages->setCurrentIndex(m_scored ? 1 : 0);
    m_contacts->setVisible(m_scored != nullptr);
    m_save->setVisible(m_scored != nullptr);
    if (!m_scored) {
        m_list->setNote(QString());
        m_model->show(std::make_shared<const AccountFacts>(), {}, {}, {});
        showCompany();
        return;
    }
    QStringList names;
    for (const QString& path : m_companies + m_people) names << QFileInfo(path).fileName();
    m_list->setNote(tr("%n company(s)", nullptr, int(m_scored->leads->accounts.rows())));
    QStringList notes{names.join(QStringLiteral(", "))};
    const QString missing = m_scored->unanswered.join(QStringLiteral(", "));
    if (!m_scored->judged)
        notes << tr("It cannot be judged: none of the columns the profile asks about is in this list (%1). "
                    "Give them the headers they have in your own files.")
                     .arg(missing);
    else if (!missing.isEmpty())
        notes << tr("There is no column for %1: criteria on it stay unknown.").arg(missing);
    m_note->setInk(m_scored->judged ? Text::Ink::Second : Text::Ink::Warn);
    if (const auto aside = m_scored->leads->rejected.size(); aside > 0)
        notes << tr("%n row(s) are set aside.", nullptr, int(aside));
    m_note->setText(notes.join(QStringLiteral(" · ")));
    m_model->show(m_scored->facts, m_scored->model->table(), {}, [this](std::uint32_t account) {
        return fitReasons(*m_scored->model, m_scored->icp, account);
    });
    for (std::size_t i = 0; i < fits.size(); ++i)
        m_fits->setText(int(i),
                        QStringLiteral("%1 %2").arg(fitTitle(fits[i]), countText(m_model->count(fits[i]))));
    showCompany();
}

/// Whom one knows there, whom not, and what is said to them; a company that does not fit stops here.
QString LeadsPage::saidOf(std::uint32_t account) const {
    if (m_leads->contacts.rows() == 0) return {};
    const Qualification qualified =
        qualify(account, m_scored->model->table(), nullptr, m_scored->contacts, m_scored->panel);
    QString html;
    const auto add = [&](const QString& head, const QString& words) {
        html += QStringLiteral("<p style=\"margin:0 0 6px 0\"><b>%1</b><br>%2</p>")
                    .arg(head.toHtmlEscaped(), words.toHtmlEscaped());
    };
    if (qualified.gate == Gate::Vetting)
        add(tr("It is a stretch"), tr("It has to be vetted before anybody calls."));
    for (const Qualification::Play& play : qualified.plays) {
        const Persona& persona = m_scored->panel[std::size_t(play.persona)];
        add(play.known ? tr("%1: known", "a persona").arg(personaName(persona))
                       : tr("%1: nobody known yet", "a persona").arg(personaName(persona)),
            play.message.isEmpty() ? tr("No message is written yet.") : play.message);
    }
    return html;
}

void LeadsPage::showCompany() {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool chosen = m_scored && !rows.isEmpty();
    m_nobody->setVisible(!chosen);
    m_about->setVisible(chosen);
    if (!chosen) {
        m_company->setTitle(tr("Company"));
        return;
    }
    const std::uint32_t account = m_model->account(rows.front().row());
    const FitTable& table = m_scored->model->table();
    const Fit fit = table.fit[account];
    m_company->setTitle(m_scored->facts->name(account));
    showFit(*m_fit, fit, true);
    QStringList said;
    if (table.scored) said << tr("Score %1").arg(countText(qint64(table.score[account] + 0.5F)));
    if (m_leads->contacts.rows() > 0) {
        const std::uint32_t people = m_scored->contacts.people[account];
        said << tr("%n contact(s)", nullptr, int(people));
        if (bandOf(people) != ContactBand::Inside)
            said << (bandOf(people) == ContactBand::Below ? tr("fewer than %1").arg(fewestContacts)
                                                          : tr("more than %1").arg(mostContacts));
    }
    m_said->setText(said.join(QStringLiteral(", ")));
    std::vector<QStringList> criteria;
    for (const CriterionAnswer& one :
         criterionAnswers(*m_scored->model, m_scored->icp, account, m_document->dataset()))
        criteria.push_back({one.text, one.answer});
    m_criteria->setCriteria(criteria);
    m_panel->setText(saidOf(account));
    m_panel->setVisible(!m_panel->text().isEmpty());
}

QString LeadsPage::suggestedName() const {
    return tr("%1-scored.csv").arg(QFileInfo(m_companies.value(0)).completeBaseName());
}

Result<void> LeadsPage::write(const QString& path) const {
    const QFileInfo file(path);
    const Sheet sheet =
        leadsSheet(*m_scored->leads, m_scored->icp, *m_scored->model, m_scored->panel, LeadOrder::BestFirst);
    if (file.suffix().compare(QStringLiteral("xlsx"), Qt::CaseInsensitive) != 0)
        return writeAll(file.absolutePath(), {{file.fileName(), sheetCsv(sheet)}});
    const Result<QByteArray> bytes = sheetsXlsx({sheet});
    if (!bytes) return fail(bytes.error());
    return writeAll(file.absolutePath(), {{file.fileName(), *bytes}});
}

}  // namespace icp::ui
