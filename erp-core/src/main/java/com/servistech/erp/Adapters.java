package com.servistech.erp;

import com.servistech.erp.backup.BackupPorts;
import com.servistech.erp.backup.ManifestKey;
import com.servistech.erp.backup.Sealing;
import com.servistech.erp.backup.Shelf;
import com.servistech.erp.backup.cms.CmsSealing;
import com.servistech.erp.backup.folder.FolderStore;
import com.servistech.erp.backup.pgdump.PgConfig;
import com.servistech.erp.backup.pgdump.PgDump;
import com.servistech.erp.backup.pgdump.PgRestore;
import com.servistech.erp.backup.s3.S3Config;
import com.servistech.erp.backup.s3.S3Store;
import com.servistech.erp.billing.fiscal.FiscalChannel;
import com.servistech.erp.billing.fiscal.digital.DigitalProvider;
import com.servistech.erp.events.EventPublisher;
import com.servistech.erp.events.redis.RedisPublisher;
import com.servistech.erp.files.FileStore;
import com.servistech.erp.files.folder.FolderFiles;
import com.servistech.erp.health.LocalDisk;
import com.servistech.erp.health.OutsideFacts;
import com.servistech.erp.identity.AccessTokens;
import com.servistech.erp.identity.NoStandingCache;
import com.servistech.erp.identity.PasswordHash;
import com.servistech.erp.identity.StandingCache;
import com.servistech.erp.identity.redis.RedisStandingCache;
import com.servistech.erp.jobs.Catalogue;
import com.servistech.erp.notifications.Notifier;
import com.servistech.erp.notifications.slack.SlackChannel;
import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.Quotes;
import com.servistech.erp.rates.RateCache;
import com.servistech.erp.rates.RateParser;
import com.servistech.erp.rates.RateParser.Reading;
import com.servistech.erp.rates.RatePorts;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.RateSources;
import com.servistech.erp.rates.SavedRates;
import com.servistech.erp.rates.bcv.BcvStatistics;
import com.servistech.erp.rates.bcv.BcvWebsite;
import com.servistech.erp.rates.bcv.SavedBcv;
import com.servistech.erp.rates.binance.BinanceP2p;
import com.servistech.erp.rates.binance.SavedAds;
import com.servistech.erp.rates.redis.RedisRateCache;
import com.servistech.erp.rates.web.Patience;
import com.servistech.erp.rates.web.Pause;
import com.servistech.erp.rates.web.TrustStore;
import com.servistech.erp.rates.web.Web;
import com.servistech.erp.rates.witness.WitnessFormat;
import com.servistech.erp.rates.witness.WitnessWebsite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What the features need from outside, chosen once. */
record Adapters(
        PasswordHash passwords,
        AccessTokens tokens,
        StandingCache standings,
        RateSources sources,
        RatePorts ratePorts,
        FiscalChannel fiscal,
        FileStore files,
        BackupPorts backups,
        JobBook jobBook,
        EventPublisher publisher,
        Notifier notifier,
        OutsideFacts facts,
        AtomicReference<Runnable> bell)
        implements AutoCloseable {

    private static final int LARGEST_TABLE = 8 << 20;

    static Adapters of(ErpRuntime runtime) {
        ErpConfig config = runtime.config();
        Clock clock = runtime.clock();
        boolean remembers = config.redis() != null;
        return new Adapters(
                new PasswordHash(),
                new AccessTokens(config.tokenKeys(), clock),
                remembers ? new RedisStandingCache(config.redis().address(), clock) : new NoStandingCache(),
                sources(config.rates(), clock),
                new RatePorts(
                        remembers ? new RedisRateCache(config.redis().address(), clock) : RateCache.NONE, parsers()),
                new DigitalProvider(config.provider()),
                filesIn(config.files()),
                config.backups() == null ? null : backups(config.backups(), filesIn(config.files())),
                JobBook.of(Catalogue.standard().with(config.jobs().crons()), Tasks.all(config.backups())),
                remembers ? new RedisPublisher(config.redis().address()) : EventPublisher.NOBODY,
                config.jobs().slack() == null
                        ? Notifier.NOBODY
                        : new SlackChannel(config.jobs().slack()),
                new LocalDisk(),
                new AtomicReference<>(() -> {}));
    }

    /** Files below a folder of this computer. */
    static FileStore filesIn(Path folder) {
        return new FolderFiles(folder);
    }

    Adapters with(JobBook jobs) {
        return new Adapters(
                passwords, tokens, standings, sources, ratePorts, fiscal, files, backups, jobs, publisher, notifier,
                facts, bell);
    }

    private static BackupPorts backups(BackupConfig config, FileStore files) {
        PgConfig server = new PgConfig(
                config.host(),
                config.port(),
                config.database(),
                new PgConfig.Login("erp_backup", config.backupPassword()),
                config.restorePassword()
                        .map(password -> new PgConfig.Login("erp_restore", password))
                        .orElse(null),
                config.programs(),
                Path.of(System.getProperty("java.io.tmpdir")),
                PgConfig.PATIENCE);
        ManifestKey key = new ManifestKey(config.key());
        List<Shelf> shelves = new ArrayList<>();
        config.folder().ifPresent(folder -> shelves.add(new Shelf(new FolderStore(folder), key)));
        config.bucket().ifPresent(bucket -> shelves.add(new Shelf(new S3Store(bucket(bucket)), key)));
        return new BackupPorts(
                new PgDump(server),
                server.restore() == null ? null : new PgRestore(server),
                files,
                shelves,
                config.encryptionKey().<Sealing>map(CmsSealing::new).orElse(Sealing.OPEN));
    }

    private static S3Config bucket(BackupConfig.Bucket bucket) {
        return new S3Config(
                bucket.name(),
                bucket.prefix(),
                bucket.region(),
                bucket.endpoint(),
                bucket.accessKey(),
                bucket.secretKey(),
                S3Config.PATIENCE);
    }

    /** By source. */
    static Map<String, SavedRates> saved() {
        return Map.of("BCV", new SavedBcv(), "BINANCE", new SavedAds());
    }

    @Override
    public void close() {
        standings.close();
        if (ratePorts.cache() instanceof RedisRateCache redis) {
            redis.close();
        }
        if (backups != null) {
            backups.close();
        }
        if (publisher instanceof RedisPublisher redis) {
            redis.close();
        }
    }

    private static RateSources sources(RatesConfig config, Clock clock) {
        Web page = BcvWebsite.web(clock, Pause.REAL, Patience.PAGE, config.bankIssuers());
        Web tables = BcvWebsite.web(clock, Pause.REAL, Patience.PAGE.upTo(LARGEST_TABLE), config.bankIssuers());
        Web others = new Web(
                clock, Pause.REAL, Patience.MARKET, TrustStore.ofTheJdk().context());
        List<RateSource<Quotes>> witnesses = config.witnesses().stream()
                .<RateSource<Quotes>>map(witness -> new WitnessWebsite(
                        others, witness.name(), WitnessFormat.valueOf(witness.format()), witness.address()))
                .toList();
        return new RateSources(
                new BcvWebsite(page, config.bank()),
                new BcvStatistics(tables, config.bank()),
                new BinanceP2p(others, config.binance(), config.binanceQuote(), config.market()),
                witnesses);
    }

    /** By the name of the rules that the evidence carries. */
    private static Map<String, RateParser> parsers() {
        RateParser market = body ->
                List.of(new Reading(Quoted.USDT, null, BinanceP2p.reread(body).rate()));
        return Map.of(
                "bcv-page",
                SavedBcv::reread,
                "bcv-xls",
                SavedBcv::reread,
                "binance-p2p",
                market,
                "binance-quote",
                market,
                "dolarapi",
                body -> readings(WitnessWebsite.reread(WitnessFormat.DOLARAPI, body)),
                "dolarvzla",
                body -> readings(WitnessWebsite.reread(WitnessFormat.DOLARVZLA, body)));
    }

    private static List<Reading> readings(Quotes quotes) {
        return quotes.quotes().stream()
                .map(quote -> new Reading(quote.base(), quote.valueDate(), quote.rate()))
                .toList();
    }
}
