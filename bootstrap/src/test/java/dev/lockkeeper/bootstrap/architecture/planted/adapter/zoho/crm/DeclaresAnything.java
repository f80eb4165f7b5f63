package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

interface DeclaresAnything {

    void exception() throws Exception;

    void throwable() throws Throwable;
}
