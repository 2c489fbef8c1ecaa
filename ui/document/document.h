#pragma once

#include "core/analysis/analyze.h"
#include "core/import/importer.h"
#include "core/store/workshopfile.h"
#include "core/workshop/gauge.h"
#include "ui/document/accountfacts.h"
#include "ui/document/basis.h"

#include <QObject>

#include <memory>
#include <optional>

namespace icp::ui {

class Background;

/// The open workshop: the one QObject that pages share. Values out, signals when they change; every edit goes
/// through the journal. Work in the background: the newest request wins, an older one is cancelled.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(std::unique_ptr<WorkshopFile> file, QObject* parent = nullptr);
    ~Document() override;

    /// References and pointers into it, currentIcp() too, hold until the next edit, undo or redo: these make
    /// it anew. An edit may come of a focus that moves or a row that is chosen, so who goes on after either
    /// of them, or hands it to a worker, copies what it needs first.
    const Workshop& workshop() const;
    QString path() const;
    const Dataset& dataset() const;  ///< empty when nothing was imported
    std::shared_ptr<const Dataset> sharedDataset() const;
    /// Of the dataset; empty until they were gathered in the background.
    std::shared_ptr<const AccountFacts> facts() const;
    const Study& study() const;
    const Findings& findings() const;  ///< of the last analysis that got anywhere; see stage()
    Stage stage() const;
    bool analysing() const;
    const Gauge& gauge()
        const;  ///< of currentIcp(); empty until the dataset was gone through in the background
    const FitTable& fit() const;               ///< of currentIcp(); empty as long as gauge() is
    const FitModel& fitModel() const;          ///< its dataset is an empty one as long as gauge() is empty
    const Basis& basis() const;                ///< of fitModel() and gauge()
    const FitDecisions& fitDecisions() const;  ///< under currentIcp()
    const Icp* currentIcp() const;             ///< in workshop(); nullptr when there is none
    void setCurrentIcp(const QString& id);

    // Editing. Each call is one step of undo; an error is also told by failed(). Edits of the same `field`
    // that follow each other without another edit or an undo between them are one step together, and each of
    // them is in the file when the call returns.
    bool editSettings(const Settings& settings, const QString& text, const QString& field = {});
    /// Adds it when its id is new. An ICP that was agreed becomes the draft of its next version.
    bool editIcp(const Icp& icp, const QString& text, const QString& field = {});
    bool removeIcp(const QString& id);
    /// Keeps the current ICP as a version that is never changed: `words` are all but its id, ICP and figures.
    bool agreeIcp(const IcpVersion& words, const QDate& day);
    /// One that says nothing is taken away.
    bool decideFit(const FitDecision& decision, const QString& text);
    // What follows from an ICP. What has no words (research: no company) is taken away.
    bool writeAction(const Action& action, const QString& text);
    bool writePractice(const Practice& practice, const QString& text);
    bool answerPrompt(const QString& icp, Prompt prompt, const QString& words);
    bool writeResearch(const ResearchItem& item, const QString& text);
    bool acknowledge(const Acknowledgement& reading, const QString& text);  ///< as above
    bool putDotVote(const DotVote& vote, const QString& text);
    bool editPersona(const Persona& persona, const QString& text);
    bool editPersonas(const std::vector<Persona>& personas, const QString& text);  ///< all as one step
    bool movePersona(const QString& id, int position);  ///< to this place among all personas
    bool removePersona(const QString& id);
    bool setPin(const Pin& pin, const QString& text);
    bool removePin(const QString& id);
    /// What the market is made of, by one attribute; it is analysed beside what was tried.
    bool setMarket(const MarketMix& market);
    bool removeMarket(const QString& id);
    bool putClaim(const Claim& claim);  ///< adds it when its id is new
    bool removeClaim(const QString& id);
    /// The newest deals are kept sealed: what they say of segments and exclusions is not in findings() until
    /// somebody asks for it, once per question, because who looks and asks again is searching them too.
    bool sealOpened() const;  ///< for what is analysed now
    bool openSeal();
    /// Adds a criterion to the current ICP (making one named after the company when there is none).
    bool addCriterion(const Criterion& criterion);
    bool addCriteria(const std::vector<Criterion>& criteria);  ///< the same for several, undone as one
    /// About the data, see core/proposals; one on the same thing takes the place of the earlier one.
    bool decide(const Decisions& decisions, const QString& text);
    bool withdraw(const Decisions& decisions, const QString& text);  ///< as if they had never been decided
    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const;
    QString redoText() const;
    void undo();
    void redo();

    /// While a criterion is dragged: the gauge follows, nothing is written. std::nullopt goes back to the
    /// stored ICP.
    void previewIcp(const std::optional<Icp>& icp);

    // Background work.
    void startImport(
        const ImportRequest& request);  ///< ends with imported() or failed(); the old data stay until then
    void useDataset(std::shared_ptr<const Dataset> dataset);  ///< stores it and analyses it
    /// Takes the import in use out of the workshop again; the one before is used, if there is one.
    void dropDataset();
    /// The file of decisions on how exports are read, for all of this user's workshops; see core/import.
    /// Empty: only what was decided in this workshop holds for its next import.
    void setMemoryPath(const QString& path);
    /// Analyses anew. A new unit, outcome, measure or blend is an edit of the settings, which can be undone.
    void setStudy(const Study& study);
    void analyse();
    void cancel();  ///< import and analysis; what was there before stays
    /// Work of a page that is told of and stopped like the document's own, as long as it lives.
    void include(Background& work, const QString& what);
    void saveCopy(const QString& path);  ///< ends with copied() or failed()

    /// Every import that the file keeps, newest first; the first is what dataset() was made of.
    std::vector<StoredDataset> imports() const;
    /// One of them, as what was decided about the data mends it. For a worker's thread: it gives way to
    /// edits. Errors: as WorkshopFile::dataset().
    Result<std::shared_ptr<const Dataset>> import(qint64 number, const Job& job) const;

    /// Background jobs run to their end; for tests and for closing.
    void waitForIdle();

Q_SIGNALS:
    void workshopChanged();
    void datasetChanged();
    void factsChanged();
    void studyChanged();  ///< what is analysed; the findings follow
    void findingsChanged(icp::Stage stage);
    void gaugeChanged();
    void currentIcpChanged();
    void imported(std::shared_ptr<const icp::Dataset> dataset);  ///< not yet used: useDataset() takes it over
    void progressed(const QString& what, double fraction, qint64 done, qint64 total);
    void workStarted(const QString& what);
    void workFinished();
    void failed(const icp::Error& error);
    void saved();
    void undone(const QString& step);  ///< after saved()
    void redone(const QString& step);
    void versionUndone(const QString& step);  ///< after undone(): it took back an agreed version of an ICP
    void copied(const QString& path);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace icp::ui
