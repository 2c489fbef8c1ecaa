#include "ui/document/document.h"

#include "core/base/parallel.h"
#include "core/import/choices.h"
#include "core/proposals/mended.h"
#include "core/store/openings.h"
#include "ui/document/documentstate.h"

#include <algorithm>
#include <atomic>

namespace icp::ui {

namespace {

/// One core is left for the window.
unsigned workers() { return std::max(1U, coreCount() - 1); }

}  // namespace

/// What was chosen once holds as long as the data can answer it.
Study Document::Private::studyFor(const Dataset& dataset, const Workshop& workshop) {
    const Settings& settings = workshop.settings;
    Study study = proposedStudy(dataset);
    study.market = workshop.markets;
    const auto outcome = outcomeFromName(settings.outcome);
    const auto unit = unitFromName(settings.unit);
    if (unit && *unit != Unit::Account && dataset.deals.rows() == 0) return study;
    if (outcome) study.outcome = *outcome;
    if (unit) study.unit = *unit;
    study.measure = settings.measure;
    for (const SuccessPart& part : settings.blend)
        if (const auto good = outcomeFromName(part.outcome))
            study.blend.push_back({*good, part.weight, part.measure});
    return study;
}

Document::Private::Private(Document& owner, std::unique_ptr<WorkshopFile> workshopFile)
    : q(owner),
      file(std::move(workshopFile)),
      dataset(std::make_shared<const Dataset>()),
      facts(std::make_shared<const AccountFacts>()),
      meter(std::make_unique<Meter>(dataset)) {
    watch(importing, Document::tr("Reading your files"));
    watch(storing, Document::tr("Storing the data"));
    watch(copying, Document::tr("Saving a copy"));
    watch(mending, Document::tr("Applying what was decided"));
    watch(analysing, Document::tr("Looking for patterns"));
}

void Document::Private::watch(Background& work, const QString& what) {
    QObject::connect(&work, &Background::started, &q, [this, what] { Q_EMIT q.workStarted(what); });
    QObject::connect(&work, &Background::progressed, &q, [this](const Job::Progress& progress) {
        Q_EMIT q.progressed(progress.what, progress.fraction, progress.done, progress.total);
    });
    QObject::connect(&work, &Background::finished, &q, [this] {
        if (!busy()) Q_EMIT q.workFinished();
    });
}

/// From here on everybody sees `data`; facts, findings and gauge follow as they are computed.
void Document::Private::adopt(std::shared_ptr<const Dataset> data) {
    dataset = std::move(data);
    facts = std::make_shared<const AccountFacts>();
    study = studyFor(*dataset, file->workshop());
    findings = opened = {};
    stage = Stage::Base;
    Q_EMIT q.datasetChanged();
    Q_EMIT q.studyChanged();
    q.analyse();
}

void Document::Private::measure(const Icp* icp) {
    fitDecisions = icp ? FitDecisions(file->workshop().fits, icp->id, *meter->basis.keys) : FitDecisions();
    meter->model.fit().setByHand(fitDecisions.byHand());
    meter->model.setBands(file->workshop().settings.bands);
    gauge = icp ? meter->model.evaluate(*icp) : Gauge();
    fit = icp ? meter->model.fit().table() : FitTable();
    Q_EMIT q.gaugeChanged();
}

Document::Document(std::unique_ptr<WorkshopFile> file, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(file))) {
    const auto& icps = d->file->workshop().icps;
    if (!icps.empty()) d->currentIcp = icps.front().id;
    d->decided = workshop().decisions;
    if (!d->file->dataset()->files.empty()) d->adopt(d->file->dataset());
}

Document::~Document() {
    blockSignals(true);
    cancel();
    d->storing.wait();  // what was said to be used is kept
}

const Workshop& Document::workshop() const { return d->file->workshop(); }
QString Document::path() const { return d->file->path(); }
const Dataset& Document::dataset() const { return *d->dataset; }
std::shared_ptr<const Dataset> Document::sharedDataset() const { return d->dataset; }
std::shared_ptr<const AccountFacts> Document::facts() const { return d->facts; }
const Study& Document::study() const { return d->study; }
const Findings& Document::findings() const { return d->findings; }
Stage Document::stage() const { return d->stage; }
bool Document::analysing() const { return d->analysing.busy(); }
const Gauge& Document::gauge() const { return d->gauge; }
const FitTable& Document::fit() const { return d->fit; }
const FitModel& Document::fitModel() const { return d->meter->model.fit(); }
const Basis& Document::basis() const { return d->meter->basis; }
const FitDecisions& Document::fitDecisions() const { return d->fitDecisions; }
const Icp* Document::currentIcp() const { return workshop().icp(d->currentIcp); }

void Document::setCurrentIcp(const QString& id) {
    if (id == d->currentIcp) return;
    d->currentIcp = id;
    d->preview.reset();
    Q_EMIT currentIcpChanged();
    d->measure(currentIcp());
}

void Document::previewIcp(const std::optional<Icp>& icp) {
    d->preview = icp;
    d->measure(icp ? &*icp : currentIcp());
}

void Document::setMemoryPath(const QString& path) { d->memoryPath = path; }

/// What was decided for earlier exports holds where the request leaves it open. A memory that cannot be read
/// is nothing the user asked for, and stops no import.
void Document::Private::recall(ImportRequest& request) {
    if (!memoryPath.isEmpty())
        if (auto known = readMemory(memoryPath)) request.memory = std::move(*known);
    const FileTurn::Lock lock = turn.take();
    const std::vector<StoredDataset> imports = file->datasets();
    if (!imports.empty()) continueFrom(request, *file->imported(), imports.front().imported.date());
}

void Document::Private::report(const Error& error, const Background::Deliver& deliver) {
    if (error.code != ErrorCode::Cancelled) deliver([this, error] { Q_EMIT q.failed(error); });
}

void Document::startImport(const ImportRequest& request) {
    ImportRequest decided = request;
    decided.decisions = workshop().decisions;
    d->importing.start([this, decided](const Job& job, const Background::Deliver& deliver) {
        ImportRequest mine = decided;
        if (mine.threads == 0) mine.threads = workers();
        d->recall(mine);
        const auto result = importFiles(mine, job);
        if (!result) return d->report(result.error(), deliver);
        deliver([this, data = *result] { Q_EMIT imported(data); });
    });
}

/// Slice by slice: the window changes the file between them.
Result<void> Document::Private::store(const std::shared_ptr<const Dataset>& data, const Job& job) {
    FileTurn::Lock lock = turn.take();
    return file->setDataset(data, job,
                            {[this] { return turn.wanted(); }, [this, &lock] { turn.giveWay(lock); }});
}

/// Into use, what was mended by `decisions`.
void Document::Private::take(const std::shared_ptr<const Dataset>& used, const Decisions& decisions) {
    mending.cancel();  // that was of the data before
    decided = decisions;
    adopt(used);
    if (!mendsAlike(decided, file->workshop().decisions)) mendAgain();
    Q_EMIT q.saved();
}

void Document::useDataset(std::shared_ptr<const Dataset> dataset) {
    d->storing.start([this, dataset, decisions = workshop().decisions, memory = d->memoryPath](
                         const Job& job, const Background::Deliver& deliver) {
        if (const auto stored = d->store(dataset, job); !stored) return d->report(stored.error(), deliver);
        if (!memory.isEmpty())
            if (const auto kept = keepDecisions(memory, *dataset, QDate::currentDate()); !kept)
                d->report(kept.error(), deliver);
        const auto used = mended(dataset, decisions, job);
        if (!used) return d->report(used.error(), deliver);
        deliver([this, used = *used, decisions] { d->take(used, decisions); });
    });
}

void Document::dropDataset() {
    d->storing.start(
        [this, decisions = workshop().decisions](const Job& job, const Background::Deliver& deliver) {
            const auto result = [&]() -> Result<std::shared_ptr<const Dataset>> {
                const FileTurn::Lock lock = d->turn.take();
                if (const auto dropped = d->file->dropDataset(job); !dropped) return fail(dropped.error());
                return d->file->imported();
            }();
            const auto used = result ? mended(*result, decisions, job) : result;
            if (!used) return d->report(used.error(), deliver);
            deliver([this, used = *used, decisions] { d->take(used, decisions); });
        });
}

void Document::saveCopy(const QString& path) {
    d->copying.start([this, path](const Job&, const Background::Deliver& deliver) {
        const auto result = [&] {
            const FileTurn::Lock lock = d->turn.take();
            return d->file->copyTo(path);
        }();
        if (result)
            deliver([this, path] { Q_EMIT copied(path); });
        else
            deliver([this, error = result.error()] { Q_EMIT failed(error); });
    });
}

/// The dataset as the newest decisions mend it; the one at hand is used until then.
void Document::Private::mendAgain() {
    const Decisions& newest = file->workshop().decisions;
    if (mending.busy() && mendsAlike(wanted, newest)) return;
    wanted = newest;
    mending.start(
        [this, data = dataset, decisions = newest](const Job& job, const Background::Deliver& deliver) {
            const auto result = mended(data, decisions, job);
            if (!result) return;  // cancelled: newer decisions bring their own answer
            deliver([this, decisions, data = *result] {
                decided = decisions;
                adopt(data);
            });
        });
}

void Document::setStudy(const Study& study) {
    const bool asked = study.unit != d->study.unit || study.outcome != d->study.outcome ||
                       study.measure != d->study.measure || study.blend != d->study.blend;
    d->study = study;
    if (asked) {
        Settings settings = workshop().settings;
        settings.unit = unitName(study.unit);
        settings.outcome = outcomeName(study.outcome);
        settings.measure = study.measure;
        settings.blend.clear();
        for (const BlendPart& part : study.blend)
            settings.blend.push_back({outcomeName(part.outcome), part.weight, part.measure});
        editSettings(settings, tr("Choose what is compared"));
    }
    Q_EMIT studyChanged();
    d->answer();
}

void Document::Private::answer() {
    const Findings* before = found.find(dataset, study);
    if (before == nullptr) return q.analyse();
    analysing.cancel();
    opened = *before;
    stage = Stage::Done;
    seal();
    Q_EMIT q.findingsChanged(stage);
}

void Document::analyse() {
    if (d->dataset->files.empty()) return;
    const bool gathered = &d->facts->dataset() == d->dataset.get();
    const bool measured = d->meter->basis.dataset == d->dataset;
    d->analysing.start([this, data = d->dataset, study = d->study, gathered, measured, look = d->look()](
                           const Job& job, const Background::Deliver& deliver) {
        if (!gathered) {
            auto facts = std::make_shared<AccountFacts>(data, false);
            deliver([this, facts] {
                facts->setHideNames(workshop().settings.hideNames);
                d->facts = facts;
                Q_EMIT factsChanged();
            });
        }
        if (!measured) {
            // Shared, because what is delivered must be copyable.
            auto meter =
                std::make_shared<std::unique_ptr<Private::Meter>>(std::make_unique<Private::Meter>(data));
            deliver([this, meter] {
                d->meter = std::move(*meter);
                d->measure(d->preview ? &*d->preview : currentIcp());
            });
        }
        // What is overtaken by a later stage while the window is busy is not shown any more.
        const auto newest = std::make_shared<std::atomic<int>>(0);
        const auto publish = [this, &deliver, newest](Stage stage, const Findings& findings) {
            *newest = int(stage);
            deliver([this, stage, findings, newest] {
                if (int(stage) < *newest) return;
                d->opened = findings;
                d->stage = stage;
                d->seal();
                Q_EMIT findingsChanged(stage);
            });
        };
        Study mine = study;
        mine.openings = otherOpenings(d->journal(), look);
        if (mine.threads == 0) mine.threads = workers();
        const auto result = analyze(*data, mine, job, [&](Stage stage, const Findings& findings) {
            if (stage != Stage::Done) publish(stage, findings);
        });
        if (!result) return d->report(result.error(), deliver);
        publish(Stage::Done, *result);
        deliver([this, data, study, whole = std::make_shared<const Findings>(*result)] {
            d->found.keep(data, study, *whole);
        });
    });
}

std::vector<StoredDataset> Document::imports() const {
    const FileTurn::Lock lock = d->turn.take();
    return d->file->datasets();
}

Result<std::shared_ptr<const Dataset>> Document::import(qint64 number, const Job& job) const {
    FileTurn::Lock lock = d->turn.take();
    const Job sharing = Job::until([&] {
        if (d->turn.wanted()) d->turn.giveWay(lock);
        return job.cancelled();
    });
    return d->file->dataset(number, sharing);
}

void Document::cancel() {
    d->importing.cancel();
    d->analysing.cancel();
    for (const QPointer<Background>& work : d->ofPages)
        if (work) work->cancel();
}

void Document::include(Background& work, const QString& what) {
    d->ofPages.emplace_back(&work);
    d->watch(work, what);
}

bool Document::Private::busy() const {
    const bool ofPage = std::any_of(ofPages.begin(), ofPages.end(),
                                    [](const QPointer<Background>& work) { return work && work->busy(); });
    return ofPage || importing.busy() || storing.busy() || copying.busy() || mending.busy() ||
           analysing.busy();
}

void Document::waitForIdle() {
    while (d->busy()) {
        for (Background* work : {&d->importing, &d->storing, &d->copying, &d->mending, &d->analysing})
            work->wait();
        for (const QPointer<Background>& work : d->ofPages)
            if (work) work->wait();
    }
}

}  // namespace icp::ui
