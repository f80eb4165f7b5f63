package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import java.net.URI;

record CallsZoho(URI address) {}
