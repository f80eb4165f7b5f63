package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

import jakarta.inject.Named;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.jar.JarFile;
import java.util.prefs.Preferences;
import java.util.zip.ZipEntry;

record UsesMoreThanPlainJava(
        java.util.logging.Logger log,
        System.Logger systemLog,
        Path file,
        InputStream stream,
        Socket socket,
        Connection database,
        ProcessBuilder process,
        Preferences preferences,
        JarFile jar,
        ZipEntry zip,
        Named framework) {}
