{{/* The name of everything that the chart makes. */}}
{{- define "apiauth.name" -}}
{{- if contains "apiauth" .Release.Name }}{{ .Release.Name }}{{ else }}{{ printf "%s-apiauth" .Release.Name }}{{ end }}
{{- end }}

{{/* What selects the operator's pods; never changes between versions. */}}
{{- define "apiauth.selector" -}}
app.kubernetes.io/name: apiauth
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: operator
{{- end }}

{{- define "apiauth.labels" -}}
app.kubernetes.io/name: apiauth
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{/* An image of values.image, with the tag of the release. Takes (list root image). */}}
{{- define "apiauth.image" -}}
{{- $root := index . 0 }}{{ $image := index . 1 -}}
{{ $image.repository }}:{{ $image.tag | default $root.Chart.AppVersion }}{{ with $image.digest }}@{{ . }}{{ end }}
{{- end }}

{{- define "apiauth.sidecarImage" -}}
{{ include "apiauth.image" (list . .Values.image.sidecar) }}
{{- end }}

{{- define "apiauth.webhookHost" -}}
{{ include "apiauth.name" . }}-webhook.{{ .Release.Namespace }}.svc
{{- end }}

{{/* The watched namespaces by the label that the API server itself sets: nobody who may edit a namespace can leave. */}}
{{- define "apiauth.watched" -}}
matchExpressions:
- key: kubernetes.io/metadata.name
  operator: In
  values:
  {{- range .Values.watchNamespaces }}
  - {{ . }}
  {{- end }}
{{- end }}

{{/* CEL over a pod: the StatefulSet that controls it, as a list of one or none. */}}
{{- define "apiauth.statefulSetOwners" -}}
(has(object.metadata.ownerReferences) ? object.metadata.ownerReferences : []).filter(r, has(r.controller) && r.controller && r.kind == 'StatefulSet' && r.apiVersion.startsWith('apps/'))
{{- end }}

{{/* CEL over a container c: the sidecar of this release. A digest that something else adds to the tag names the same image. */}}
{{- define "apiauth.isSidecar" -}}
{{- $image := include "apiauth.sidecarImage" . -}}
c.name == 'apiauth-sidecar' && (c.image == '{{ $image }}' || c.image.startsWith('{{ $image }}@sha256:')) && !has(c.command)
{{- end }}

{{/* CEL over a pod: it has the sidecar of this release, as a container or as a native sidecar. An init container that ends protects nothing. */}}
{{- define "apiauth.hasSidecar" -}}
object.spec.containers.exists(c, {{ include "apiauth.isSidecar" . }}) || (has(object.spec.initContainers) && object.spec.initContainers.exists(c, {{ include "apiauth.isSidecar" . }} && has(c.restartPolicy) && c.restartPolicy == 'Always'))
{{- end }}
