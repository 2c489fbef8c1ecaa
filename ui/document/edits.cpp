#include "core/analysis/question.h"
#include "core/proposals/mended.h"
#include "core/store/openings.h"
#include "ui/document/documentstate.h"

#include <algorithm>
#include <tuple>

namespace icp::ui {

namespace {

constexpr double usualWeight = 10;

/// The change that brings `value` into the list, or makes it what it is there.
template <class Value>
Change putting(const QString& entity, const std::vector<Value>& list, const Value& value,
               const QString& text) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Value& v) { return v.id == value.id; });
    Change change;
    change.entity = entity;
    change.id = value.id;
    change.position = int(found - list.begin());
    change.after = toJson(value);
    change.text = text;
    return change;
}

template <class Value>
Change removing(const QString& entity, const std::vector<Value>& list, const QString& id,
                const QString& text) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Value& v) { return v.id == id; });
    Change change;
    change.entity = entity;
    change.id = id;
    change.position = int(found - list.begin());
    change.text = text;
    return change;
}

/// What has no words is taken away.
template <class Value>
Change puttingOrRemoving(const QString& entity, const std::vector<Value>& list, const Value& value,
                         const QString& words, const QString& text) {
    return words.isEmpty() ? removing(entity, list, value.id, text) : putting(entity, list, value, text);
}

/// What belongs to an ICP goes with it.
template <class Value>
void removeOf(const QString& icp, const QString& entity, const std::vector<Value>& list, const QString& text,
              std::vector<Change>& changes) {
    for (const Value& value : list)
        if (value.icp == icp) changes.push_back(removing(entity, list, value.id, text));
}

}  // namespace

bool Document::Private::change(std::vector<Change> changes, const QString& field) {
    const bool goesOn = !field.isEmpty() && field == editedField;
    const auto result = [&] {
        const FileTurn::Lock lock = turn.take();
        return file->apply(std::move(changes), goesOn ? Step::Newest : Step::New);
    }();
    if (!result) {
        Q_EMIT q.failed(result.error());
        return false;
    }
    editedField = field;
    edited();
    return true;
}

bool Document::Private::step(Result<void> (WorkshopFile::*stepper)()) {
    const auto result = [&] {
        const FileTurn::Lock lock = turn.take();
        return ((*file).*stepper)();
    }();
    if (!result) {
        Q_EMIT q.failed(result.error());
        return false;
    }
    editedField.clear();
    edited();
    return true;
}

/// Hidden names and what is compared stand in the settings, which undo changes too.
void Document::Private::followSettings() {
    const Settings& settings = file->workshop().settings;
    if (facts->hidesNames() != settings.hideNames && facts->size() > 0) {
        auto renamed = std::make_shared<AccountFacts>(*facts);
        renamed->setHideNames(settings.hideNames);
        facts = std::move(renamed);
        Q_EMIT q.factsChanged();
    }
    const Study chosen = studyFor(*dataset, file->workshop());
    const auto asked = [](auto& of) {
        return std::tie(of.unit, of.outcome, of.measure, of.blend, of.market);
    };
    if (asked(chosen) == asked(study)) return;
    asked(study) = asked(chosen);
    if (study.unit == Unit::Account)  // dates of deals say nothing of accounts
        std::erase_if(study.filter, [](const Condition& condition) {
            return condition.attribute.startsWith(QStringLiteral("deal."));
        });
    Q_EMIT q.studyChanged();
    answer();
}

void Document::Private::edited() {
    preview.reset();
    followSettings();
    if (opened.heldOut.n > 0 && unsealed != q.sealOpened()) {
        seal();
        Q_EMIT q.findingsChanged(stage);
    }
    const auto& icps = file->workshop().icps;
    const bool moved = !file->workshop().icp(currentIcp) && (!currentIcp.isEmpty() || !icps.empty());
    if (moved) currentIcp = icps.empty() ? QString() : icps.front().id;
    Q_EMIT q.workshopChanged();
    if (moved) Q_EMIT q.currentIcpChanged();
    if (!dataset->files.empty() && !mendsAlike(decided, file->workshop().decisions))
        mendAgain();
    else
        mending.cancel();  // it was taken back before anything came of it
    measure(q.currentIcp());
    Q_EMIT q.saved();
}

bool Document::editSettings(const Settings& settings, const QString& text, const QString& field) {
    Change change;
    change.entity = QStringLiteral("settings");
    change.id = QStringLiteral("settings");
    change.after = toJson(settings);
    change.text = text;
    return d->change({change}, field);
}

bool Document::editIcp(const Icp& icp, const QString& text, const QString& field) {
    const Icp* stored = workshop().icp(icp.id);
    const Icp next = stored != nullptr ? edited(icp, *stored) : icp;
    return d->change({putting(QStringLiteral("icp"), workshop().icps, next, text)}, field);
}

bool Document::removeIcp(const QString& id) {
    const QString text = tr("Remove ICP");
    std::vector<Change> changes{removing(QStringLiteral("icp"), workshop().icps, id, text)};
    for (Persona persona : workshop().personas) {
        if (!persona.icps.removeOne(id)) continue;
        const QString entity = QStringLiteral("persona");
        changes.push_back(persona.icps.isEmpty() ? removing(entity, workshop().personas, persona.id, text)
                                                 : putting(entity, workshop().personas, persona, text));
    }
    removeOf(id, QStringLiteral("action"), workshop().actions, text, changes);
    removeOf(id, QStringLiteral("practice"), workshop().practices, text, changes);
    removeOf(id, QStringLiteral("answer"), workshop().answers, text, changes);
    removeOf(id, QStringLiteral("research"), workshop().research, text, changes);
    removeOf(id, QStringLiteral("dotvote"), workshop().votes, text, changes);
    removeOf(id, QStringLiteral("acknowledgement"), workshop().acknowledgements, text, changes);
    return d->change(std::move(changes));
}

bool Document::agreeIcp(const IcpVersion& words, const QDate& day) {
    if (currentIcp() == nullptr) return false;
    IcpVersion version = words;
    version.id = newId();
    version.icp = agreed(*currentIcp(), day, workshop().settings.reviewDays);
    version.figures = figuresOf(gauge(), *basis().dataset);
    const QString text = tr("Agree version %1").arg(version.icp.version);
    return d->change({putting(QStringLiteral("icp"), workshop().icps, version.icp, text),
                      putting(QStringLiteral("version"), workshop().versions, version, text)});
}

bool Document::decideFit(const FitDecision& decision, const QString& text) {
    const QString entity = QStringLiteral("fit");
    return d->change({decision.isEmpty() ? removing(entity, workshop().fits, decision.id, text)
                                         : putting(entity, workshop().fits, decision, text)});
}

bool Document::writeAction(const Action& action, const QString& text) {
    return d->change(
        {puttingOrRemoving(QStringLiteral("action"), workshop().actions, action, action.text, text)});
}

bool Document::writePractice(const Practice& practice, const QString& text) {
    return d->change(
        {puttingOrRemoving(QStringLiteral("practice"), workshop().practices, practice, practice.text, text)});
}

bool Document::answerPrompt(const QString& icp, Prompt prompt, const QString& words) {
    const auto& answers = workshop().answers;
    const auto stored = std::find_if(answers.begin(), answers.end(), [&](const PromptAnswer& answer) {
        return answer.icp == icp && answer.prompt == prompt;
    });
    if (words.isEmpty() && stored == answers.end()) return true;
    PromptAnswer answer = stored == answers.end() ? PromptAnswer{newId(), icp, prompt, {}} : *stored;
    answer.text = words;
    return d->change({puttingOrRemoving(QStringLiteral("answer"), answers, answer, words,
                                        tr("Answer: %1").arg(promptQuestion(prompt)))});
}

bool Document::writeResearch(const ResearchItem& item, const QString& text) {
    return d->change(
        {puttingOrRemoving(QStringLiteral("research"), workshop().research, item, item.company, text)});
}

bool Document::acknowledge(const Acknowledgement& reading, const QString& text) {
    return d->change({puttingOrRemoving(QStringLiteral("acknowledgement"), workshop().acknowledgements,
                                        reading, reading.person, text)});
}

bool Document::putDotVote(const DotVote& vote, const QString& text) {
    return d->change({putting(QStringLiteral("dotvote"), workshop().votes, vote, text)});
}

bool Document::editPersona(const Persona& persona, const QString& text) {
    return d->change({putting(QStringLiteral("persona"), workshop().personas, persona, text)});
}

bool Document::editPersonas(const std::vector<Persona>& personas, const QString& text) {
    std::vector<Change> changes;
    int added = 0;
    for (const Persona& persona : personas) {
        Change change = putting(QStringLiteral("persona"), workshop().personas, persona, text);
        if (change.position == int(workshop().personas.size())) change.position += added++;
        changes.push_back(std::move(change));
    }
    return d->change(std::move(changes));
}

bool Document::movePersona(const QString& id, int position) {
    const auto& personas = workshop().personas;
    const auto found = std::find_if(personas.begin(), personas.end(),
                                    [&](const Persona& persona) { return persona.id == id; });
    if (found == personas.end()) return false;
    Change change = putting(QStringLiteral("persona"), personas, *found, tr("Move persona"));
    change.position = position;
    return d->change({change});
}

bool Document::removePersona(const QString& id) {
    return d->change({removing(QStringLiteral("persona"), workshop().personas, id, tr("Remove persona"))});
}

bool Document::setPin(const Pin& pin, const QString& text) {
    return d->change({putting(QStringLiteral("pin"), workshop().pins, pin, text)});
}

bool Document::removePin(const QString& id) {
    return d->change({removing(QStringLiteral("pin"), workshop().pins, id, tr("Unpin customer"))});
}

bool Document::setMarket(const MarketMix& market) {
    return d->change({putting(QStringLiteral("market"), workshop().markets, market,
                              tr("Say what the market is made of"))});
}

bool Document::removeMarket(const QString& id) {
    return d->change({removing(QStringLiteral("market"), workshop().markets, id, tr("Forget the market"))});
}

bool Document::putClaim(const Claim& claim) {
    const auto& claims = workshop().claims;
    const bool known =
        std::any_of(claims.begin(), claims.end(), [&](const Claim& one) { return one.id == claim.id; });
    return d->change(
        {putting(QStringLiteral("claim"), claims, claim, known ? tr("Edit claim") : tr("Add claim"))});
}

bool Document::removeClaim(const QString& id) {
    return d->change({removing(QStringLiteral("claim"), workshop().claims, id, tr("Remove claim"))});
}

SealOpening Document::Private::look() const {
    return {{}, dataset->fingerprint, findings.heldOutFrom, sealedQuestion(questionOf(study), decided)};
}

std::vector<Change> Document::Private::journal() {
    const FileTurn::Lock lock = turn.take();
    return file->journal();
}

/// What the sealed units say is taken out as long as nobody asked for it.
void Document::Private::seal() {
    findings = opened;
    unsealed = q.sealOpened();
    if (findings.heldOut.n == 0 || unsealed) return;
    for (Segment& segment : findings.segments) {
        segment.heldOut = {};
        segment.verdict.clear();
    }
    for (Exclusion& exclusion : findings.exclusions) {
        exclusion.heldOut = {};
        exclusion.verdict.clear();
    }
}

bool Document::sealOpened() const {
    const SealOpening look = d->look();
    const auto& looks = workshop().openings;
    return std::any_of(looks.begin(), looks.end(), [&](const SealOpening& one) {
        return one.fingerprint == look.fingerprint && one.question == look.question;
    });
}

bool Document::openSeal() {
    if (d->findings.heldOut.n == 0 || sealOpened()) return false;
    SealOpening look = d->look();
    look.id = newId();
    d->found.forget();
    return d->change(
        {putting(QStringLiteral("opening"), workshop().openings, look, tr("Open the sealed deals"))});
}

bool Document::addCriterion(const Criterion& criterion) { return addCriteria({criterion}); }

bool Document::addCriteria(const std::vector<Criterion>& criteria) {
    Icp icp;
    if (const Icp* current = currentIcp()) {
        icp = *current;
    } else {
        icp.id = newId();
        icp.name = workshop().settings.company.isEmpty()
                       ? tr("Ideal customer")
                       : tr("Ideal customer of %1").arg(workshop().settings.company);
        icp.hypothesis = d->findings.mode != Mode::Full;
    }
    for (Criterion added : criteria) {
        if (added.id.isEmpty()) added.id = newId();
        if (added.weight <= 0 && added.importance != Importance::Exclude) added.weight = usualWeight;
        // Saying the same thing again changes what was said, it does not say it twice.
        const auto same = std::find_if(icp.criteria.begin(), icp.criteria.end(), [&](const Criterion& other) {
            return added.condition && other.condition == added.condition;
        });
        if (same == icp.criteria.end()) {
            icp.criteria.push_back(added);
        } else {
            added.id = same->id;
            *same = added;
        }
    }
    return editIcp(icp, criteria.size() == 1 ? tr("Add criterion") : tr("Add criteria"));
}

bool Document::decide(const Decisions& decisions, const QString& text) {
    std::vector<Change> changes;
    for (const auto& [id, decision] : toJson(decisions)) {
        Change change;
        change.entity = QStringLiteral("decision");
        change.id = id;
        change.after = decision;
        change.text = text;
        changes.push_back(std::move(change));
    }
    return d->change(std::move(changes));
}

bool Document::withdraw(const Decisions& decisions, const QString& text) {
    std::vector<Change> changes;
    for (const auto& [id, decision] : toJson(decisions)) {
        Change change;
        change.entity = QStringLiteral("decision");
        change.id = id;
        change.text = text;
        changes.push_back(std::move(change));
    }
    return d->change(std::move(changes));
}

bool Document::canUndo() const { return d->file->canUndo(); }
bool Document::canRedo() const { return d->file->canRedo(); }
QString Document::undoText() const { return d->file->undoText(); }
QString Document::redoText() const { return d->file->redoText(); }

void Document::undo() {
    const QString step = undoText();
    const std::size_t versions = workshop().versions.size();
    if (!canUndo() || !d->step(&WorkshopFile::undo)) return;
    Q_EMIT undone(step);
    if (workshop().versions.size() < versions) Q_EMIT versionUndone(step);
}

void Document::redo() {
    const QString step = redoText();
    if (canRedo() && d->step(&WorkshopFile::redo)) Q_EMIT redone(step);
}

}  // namespace icp::ui
