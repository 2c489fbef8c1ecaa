#pragma once

#include "ui/document/background.h"
#include "ui/document/document.h"
#include "ui/document/fileturn.h"
#include "ui/document/foundbefore.h"

#include <QPointer>

#include <vector>

namespace icp::ui {

struct Document::Private {
    /// A gauge with what it looks at, which must live as long.
    struct Meter {
        explicit Meter(std::shared_ptr<const Dataset> data)
            : basis(std::move(data)), model(*basis.dataset, basis.totals) {}
        Basis basis;
        GaugeModel model;
    };

    Private(Document& owner, std::unique_ptr<WorkshopFile> workshopFile);

    static Study studyFor(const Dataset& dataset, const Workshop& workshop);
    void watch(Background& work, const QString& what);
    bool busy() const;
    void adopt(std::shared_ptr<const Dataset> data);
    void take(const std::shared_ptr<const Dataset>& used, const Decisions& decisions);
    void measure(const Icp* icp);
    bool change(std::vector<Change> changes, const QString& field = {});
    bool step(Result<void> (WorkshopFile::*stepper)());
    void edited();
    void followSettings();
    void mendAgain();
    Result<void> store(const std::shared_ptr<const Dataset>& data, const Job& job);
    SealOpening look() const;  ///< at the sealed units, by what is analysed now
    std::vector<Change> journal();
    void seal();
    /// From a worker: tells of a failure, unless it is that somebody stopped the work.
    void report(const Error& error, const Background::Deliver& deliver);
    void answer();  ///< what is asked now: from what was found before, else by looking for it
    void recall(ImportRequest& request);

    Document& q;
    std::unique_ptr<WorkshopFile> file;
    FileTurn turn;  ///< the file has one owner at a time: this thread, or the one that stores
    std::shared_ptr<const Dataset> dataset;
    Decisions decided;  ///< what mends `dataset` ...
    Decisions wanted;   ///< ... and what will mend it, when `mending` is done
    std::shared_ptr<const AccountFacts> facts;
    Study study;
    Findings findings;  ///< as they may be seen: with the seal on as long as it is
    Findings opened;    ///< all of it
    FoundBefore found;  ///< forgotten when a seal is opened, since each says how many were
    bool unsealed = false;
    Stage stage = Stage::Base;
    std::unique_ptr<Meter> meter;
    Gauge gauge;
    FitTable fit;
    FitDecisions fitDecisions;  ///< under the current ICP
    QString currentIcp;
    std::optional<Icp> preview;
    QString memoryPath;
    QString editedField;  ///< of the newest step of undo, while it can go on

    std::vector<QPointer<Background>> ofPages;
    Background importing;
    Background storing;
    Background copying;
    Background mending;
    Background analysing;
};

}  // namespace icp::ui
