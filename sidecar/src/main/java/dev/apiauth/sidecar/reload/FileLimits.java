package dev.apiauth.sidecar.reload;

/**
 * How much is read from a directory.
 *
 * @param files the most files
 * @param fileBytes the longest file, in bytes
 * @param totalBytes all files together, in bytes
 */
public record FileLimits(int files, long fileBytes, long totalBytes) {}
