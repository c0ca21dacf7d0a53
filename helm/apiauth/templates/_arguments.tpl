{{/* The command line of the operator, as a list; NOTES.txt prints it for one that runs elsewhere. */}}
{{- define "apiauth.arguments" -}}
- --namespace={{ .Release.Namespace }}
- --watch-namespaces={{ join "," .Values.watchNamespaces }}
{{- with .Values.monitoring.namespaces }}
- --monitoring-namespaces={{ join "," . }}
{{- end }}
- --sidecar-image={{ include "apiauth.sidecarImage" . }}
- --sidecar-image-pull-policy={{ .Values.image.sidecar.pullPolicy }}
- --native-sidecars={{ .Values.nativeSidecars }}
- --webhook-configuration={{ include "apiauth.name" . }}
{{- if .Values.operator.deploy }}
- --webhook-hosts={{ include "apiauth.webhookHost" . }}
{{- else }}
- --webhook-hosts={{ (urlParse .Values.webhook.url).hostname }}
{{- end }}
{{- with .Values.egress.allow }}
- --egress-allow={{ join "," . }}
{{- end }}
{{- end }}
